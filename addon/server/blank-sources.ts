/**
 * Whether a formula has nothing to go by yet. A person's sum over villages shows 0 from the day it is written, for every period to come:
 * as long as all the cells that it names are empty, that zero is nobody's figure.
 */

type Rows = readonly (readonly unknown[])[];

/** A sheet's cells and formulas, rows and columns from 0; beyond them it is empty. */
export interface Sources {
  readonly values: Rows;
  readonly formulas: readonly (readonly string[])[];
}

interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const TEXTS = /"(?:[^"]|"")*"/g;
/** A cell, or the area between two; of whole columns and rows the missing side is the sheet's edge. No name and no function is one. */
const REFERENCE =
  /(?<![\p{L}\p{N}_.])\$?([A-Za-z]{1,3})\$?([1-9]\d*)(?::\$?([A-Za-z]{1,3})(?:\$?([1-9]\d*))?)?(?![\p{L}\p{N}_.(])|(?<![\p{L}\p{N}_.])\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})(?![\p{L}\p{N}_.(])/gu;
/** What stands in other sheets, under a name, or where a text or a sum says: that cannot be seen from here. */
const ELSEWHERE = /!|\{|(?<![\p{L}\p{N}_.])(?:INDIRECT|OFFSET)\s*\(/iu;
const NAME = /[\p{L}_][\p{L}\p{N}_.]*(?!\s*\(|[\p{L}\p{N}_.])/u;
const CONSTANT_NAMES = /(?<![\p{L}\p{N}_.])(?:TRUE|FALSE)(?![\p{L}\p{N}_.(])/giu;

/** True where the formula names cells of its own sheet only, and all of them are empty or rest on empty ones in turn. */
export function restsOnBlanks(sheet: Sources, row: number, column: number): boolean {
  const seen = new Set<string>();
  const rests = (atRow: number, atColumn: number): boolean => {
    const place = `${atRow} ${atColumn}`;
    // A circle is an error in the sheet, and comes as one.
    if (seen.has(place)) return true;
    seen.add(place);
    const areas = areasOf(sheet.formulas[atRow]?.[atColumn] ?? '');
    return areas?.every((area) => cellsOf(area, sheet.values).every(isEmpty)) ?? false;
  };
  const isEmpty = ([atRow, atColumn]: readonly [number, number]): boolean => {
    const value = sheet.values[atRow]?.[atColumn];
    if (value === '' || value === undefined) return true;
    return value === 0 && (sheet.formulas[atRow]?.[atColumn] ?? '') !== '' && rests(atRow, atColumn);
  };
  return rests(row, column);
}

/** Null where the formula names none, or something besides. */
function areasOf(formula: string): readonly Area[] | null {
  const plain = formula.replace(TEXTS, '');
  if (ELSEWHERE.test(plain)) return null;
  const areas: Area[] = [];
  const others = plain.replace(REFERENCE, (...match: (string | undefined)[]) => {
    areas.push(areaOf(match));
    return ' ';
  });
  const rest = others.replace(CONSTANT_NAMES, ' ');
  return areas.length === 0 || NAME.test(rest) ? null : areas;
}

function areaOf([, left, top, right, bottom, first, last]: readonly (string | undefined)[]): Area {
  if (left === undefined || top === undefined)
    return ordered(0, columnOf(first ?? ''), Number.POSITIVE_INFINITY, columnOf(last ?? ''));
  const far = right === undefined ? Number(top) : Number(bottom ?? Number.POSITIVE_INFINITY);
  return ordered(Number(top) - 1, columnOf(left), far - 1, columnOf(right ?? left));
}

function ordered(row: number, column: number, otherRow: number, otherColumn: number): Area {
  return {
    top: Math.min(row, otherRow),
    left: Math.min(column, otherColumn),
    bottom: Math.max(row, otherRow),
    right: Math.max(column, otherColumn),
  };
}

/** "A" is 0, "AA" 26. */
function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellsOf({ top, left, bottom, right }: Area, values: Rows): readonly (readonly [number, number])[] {
  return values
    .slice(top, bottom + 1)
    .flatMap((row, index) =>
      row.slice(left, right + 1).map((_, offset): [number, number] => [top + index, left + offset]),
    );
}
