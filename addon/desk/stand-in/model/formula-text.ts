/** A formula's text: its references found, shifted for a fill, remapped for moved lines; separators brought to en-US. */
import { columnLetters, columnNumber, quoteSheetName } from './a1.ts';
import { type LineMap, mapArea } from './remap.ts';
import type { Area } from './types.ts';

export interface Reference {
  /** Null: the formula's own sheet. */
  readonly sheetName: string | null;
  /** Infinity where a whole row or column is meant. */
  readonly area: Area;
}

// A reference is A1, A1:B2, A1:B, A:B or 1:2; what follows must not go on as a name or a call.
const REF = String.raw`(\$?[A-Za-z]{1,3}\$?[1-9]\d*(?::\$?[A-Za-z]{1,3}(?:\$?[1-9]\d*)?)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d*:\$?[1-9]\d*)(?![\p{L}\p{N}_(!.:])`;
const TEXT = '"(?:[^"]|"")*"';
const WITH_SHEET = new RegExp(String.raw`${TEXT}|('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!${REF}`, 'gu');
const LOCAL = new RegExp(String.raw`${TEXT}|(?<![\p{L}\p{N}_.$!:'\uE000])${REF}`, 'gu');
const UNFORESEEABLE = /\b(INDIRECT|OFFSET)\s*\(/i;
const PART = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$/;

interface Part {
  readonly column: number | null;
  readonly row: number | null;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

export function references(formula: string): Reference[] {
  const found: Reference[] = [];
  rewrite(formula, (sheetName, from, to) => {
    found.push({ sheetName, area: areaOf(from, to) });
    return null;
  });
  return found;
}

/** INDIRECT and OFFSET may depend on any cell. */
export function isUnforeseeable(formula: string): boolean {
  return UNFORESEEABLE.test(withoutTexts(formula));
}

/** As a fill or a copy does: relative references go along. */
export function shifted(formula: string, rows: number, columns: number): string {
  return rewrite(formula, (sheetName, from, to) => {
    const parts = [from, to].map((part) => shiftPart(part, rows, columns));
    if (parts.some((part) => (part.row ?? 1) < 1 || (part.column ?? 1) < 1)) return '#REF!';
    return referenceText(sheetName, parts[0] ?? from, parts[1] ?? to);
  });
}

/** `ownSheet` and `mappedSheet` are names: of the sheet the formula stands in, and of the one whose lines moved. */
export function remapped(formula: string, ownSheet: string, mappedSheet: string, map: LineMap): string {
  return rewrite(formula, (sheetName, from, to) => {
    if ((sheetName ?? ownSheet) !== mappedSheet) return null;
    const area = areaOf(from, to);
    const wholeLines =
      map.dimension === 'row' ? area.rows === Number.POSITIVE_INFINITY : area.columns === Number.POSITIVE_INFINITY;
    if (wholeLines) return null;
    const mapped = mapArea(area, map);
    if (!mapped) return '#REF!';
    return referenceText(sheetName, partAt(from, mapped.row, mapped.column), endPart(to, mapped));
  });
}

export function renamedSheet(formula: string, from: string, to: string): string {
  return rewrite(formula, (sheetName, first, last) => (sheetName === from ? referenceText(to, first, last) : null));
}

/** `;` between arguments becomes `,` (not inside an array's braces); with a decimal comma, `2,5` becomes `2.5`. */
export function toUsNotation(formula: string, decimalComma: boolean): string {
  let depth = 0;
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\d,\d|[{};]/g, (token) => {
    if (token === '{') depth += 1;
    if (token === '}') depth -= 1;
    if (token === ';' && depth === 0) return ',';
    return decimalComma && /^\d,\d$/.test(token) ? token.replace(',', '.') : token;
  });
}

function rewrite(formula: string, replace: (sheet: string | null, from: Part, to: Part) => string | null): string {
  const names: string[] = [];
  // Two passes, for a look-behind cannot tell "Sheet!A1" from a name that ends in "A1": sheet references first, put aside.
  const marked = formula.replace(
    WITH_SHEET,
    (token: string, sheet: string | undefined, reference: string | undefined) => {
      if (sheet === undefined || reference === undefined) return token;
      names.push(replaced(token, unquote(sheet), reference, replace));
      return `\uE000${names.length - 1}\uE001`;
    },
  );
  const local = marked.replace(LOCAL, (token: string, reference: string | undefined) =>
    reference === undefined ? token : replaced(token, null, reference, replace),
  );
  return local.replace(/\uE000(\d+)\uE001/g, (_, index: string) => names[Number(index)] ?? '');
}

function replaced(
  token: string,
  sheet: string | null,
  reference: string,
  replace: (sheet: string | null, from: Part, to: Part) => string | null,
): string {
  const [first = '', last = first] = reference.split(':');
  return replace(sheet, parsePart(first), parsePart(last)) ?? token;
}

function parsePart(text: string): Part {
  const [, columnSign = '', letters, rowSign = '', digits] = PART.exec(text) ?? [];
  const onlyRow = letters === undefined;
  return {
    column: letters === undefined ? null : columnNumber(letters),
    row: digits === undefined ? null : Number(digits),
    columnFixed: !onlyRow && columnSign === '$',
    rowFixed: onlyRow ? columnSign === '$' || rowSign === '$' : rowSign === '$',
  };
}

function areaOf(from: Part, to: Part): Area {
  const rows = reach(from.row, to.row);
  const columns = reach(from.column, to.column);
  return { row: rows.start, rows: rows.count, column: columns.start, columns: columns.count };
}

/** A1:B has no last row, A:B no row at all. */
function reach(from: number | null, to: number | null): { start: number; count: number } {
  if (from === null || to === null) return { start: from ?? to ?? 1, count: Number.POSITIVE_INFINITY };
  return { start: Math.min(from, to), count: Math.abs(to - from) + 1 };
}

function shiftPart(part: Part, rows: number, columns: number): Part {
  return {
    ...part,
    row: part.row === null || part.rowFixed ? part.row : part.row + rows,
    column: part.column === null || part.columnFixed ? part.column : part.column + columns,
  };
}

function partAt(part: Part, row: number, column: number): Part {
  return { ...part, row: part.row === null ? null : row, column: part.column === null ? null : column };
}

function endPart(part: Part, area: Area): Part {
  return partAt(part, area.row + area.rows - 1, area.column + area.columns - 1);
}

function referenceText(sheet: string | null, from: Part, to: Part): string {
  const first = partText(from);
  const last = partText(to);
  const open = from.row === null || from.column === null;
  const prefix = sheet === null ? '' : `${quoteSheetName(sheet)}!`;
  return prefix + (first === last && !open ? first : `${first}:${last}`);
}

function partText(part: Part): string {
  const column = part.column === null ? '' : `${part.columnFixed ? '$' : ''}${columnLetters(part.column)}`;
  return column + (part.row === null ? '' : `${part.rowFixed ? '$' : ''}${part.row}`);
}

function unquote(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function withoutTexts(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"/g, '""');
}
