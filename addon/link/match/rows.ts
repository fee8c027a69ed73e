/** The rows of a table with what a reader takes from around them: the headings above, the unit of measure, what their figures look like. */
import type { LinkTab } from '../../link-rpc.ts';
import type { Cells, Figure } from './cells.ts';
import { type Label, readLabel } from './label.ts';
import type { Layout } from './layout.ts';
import { isDitto, readUnit, type UnitReading } from './units.ts';

export interface TableRow {
  readonly row: number;
  /** As she wrote it, on one line. */
  readonly text: string;
  readonly label: Label;
  /** Labels of the rows that it stands under, the nearest first. */
  readonly above: readonly Label[];
  /** The row just before, whose words a careless table means again without any dash. */
  readonly before: Label | null;
  readonly unit: UnitReading | null;
  readonly unitText: string;
  readonly figures: readonly Figure[];
  /** Neither figures nor a unit: it may be but a heading. */
  readonly bare: boolean;
  readonly hidden: boolean;
}

/** Unnumbered rows: below numbered ones and above dashes. */
const UNNUMBERED = 6.5;
/** "Trong đó:" alone in its row; with a figure it is like a row with a dash. */
const PART_OF = 6.2;
const DASH = 7;
/** A heading in capitals without figures. */
const SECTION = 1.5;
const FOOTER = /^(?:ghi chú|nơi nhận|người lập|tm\.|t\/m|kt\.|thủ trưởng|xác nhận)/iu;

interface Line extends Omit<TableRow, 'above' | 'before'> {
  readonly rank: number;
}

/** @param columns columns whose figures count as the row's: those of periods, or all where none is known. */
export function tableRows(tab: LinkTab, cells: Cells, layout: Layout, columns: readonly number[]): readonly TableRow[] {
  const lines = linesOf(tab, cells, layout, columns);
  const open: Line[] = [];
  return lines.map((line, at) => {
    while ((open.at(-1)?.rank ?? -1) >= line.rank) open.pop();
    const above = open.map((one) => one.label).reverse();
    open.push(line);
    const { rank: _, ...row } = line;
    return { ...row, above, before: lines[at - 1]?.label ?? null };
  });
}

function linesOf(tab: LinkTab, cells: Cells, layout: Layout, columns: readonly number[]): readonly Line[] {
  const lines: Line[] = [];
  const tableUnit = unitOfTable(cells, layout);
  for (let row = layout.firstRow; row <= layout.lastRow; row++) {
    const text = textOf(cells, layout, row);
    if (text.trim() === '' || FOOTER.test(text.trim())) continue;
    const numbering = layout.numberColumn === null ? '' : cells.seen(row, layout.numberColumn);
    const label = readLabel(text, numbering);
    const figures = columns.flatMap((column) => cells.figure(row, column) ?? []);
    const unitText = layout.unitColumn === null ? '' : cells.seen(row, layout.unitColumn);
    const previous = lines.at(-1);
    const unit = isDitto(unitText) ? (previous?.unit ?? null) : (readUnit(unitText) ?? label.unit);
    const bare = unit === null && !hasAnyFigure(cells, layout, row);
    lines.push({
      row,
      text: text.replace(/\s+/g, ' ').trim(),
      label,
      unit: unit ?? (bare ? null : tableUnit),
      unitText,
      figures,
      bare,
      hidden: tab.hiddenRows.includes(row),
      rank: rankOf(label, text, bare, previous, lines),
    });
  }
  return lines;
}

/** The labels' column; where its cell is empty, the text beside it under the same heading. */
function textOf(cells: Cells, layout: Layout, row: number): string {
  const own = cells.raw(row, layout.labelColumn);
  if (own.trim() !== '') return own;
  const merge = cells.merge(row, layout.labelColumn);
  if (merge !== undefined && merge.row === row) return cells.raw(merge.row, merge.column);
  return layout.moreLabelColumns.map((column) => cells.raw(row, column)).find((text) => text.trim() !== '') ?? '';
}

function hasAnyFigure(cells: Cells, layout: Layout, row: number): boolean {
  for (let column = layout.labelColumn + 1; column <= cells.columns; column++)
    if (column !== layout.unitColumn && (cells.figure(row, column) !== null || cells.formula(row, column))) return true;
  return false;
}

/** "Đơn vị tính: triệu đồng" above the table, where no column says it. */
function unitOfTable(cells: Cells, layout: Layout): UnitReading | null {
  if (layout.unitColumn !== null) return null;
  for (let row = 1; row < layout.firstRow; row++)
    for (let column = 1; column <= cells.columns; column++) {
      const found = /(?:đvt|đơn vị(?: tính)?)\s*:\s*([^()]{1,24})\)?\s*$/iu.exec(
        cells.own(row, column).normalize('NFC'),
      );
      if (found?.[1] !== undefined) return readUnit(found[1]);
    }
  return null;
}

function rankOf(label: Label, text: string, bare: boolean, previous: Line | undefined, lines: readonly Line[]): number {
  if (label.partOfAbove) return bare ? PART_OF : Math.max(label.rank ?? 0, DASH);
  if (label.rank !== null) return label.rank;
  if (bare && text === text.toUpperCase()) return SECTION;
  const numbered = lines.some((one) => one.label.rank !== null && one.label.rank < 6);
  if (!numbered && label.indent === 0 && (previous?.label.indent ?? 0) === 0 && !(previous?.label.partOfAbove ?? false))
    return 3;
  return UNNUMBERED + Math.min(label.indent, 30) / 100;
}
