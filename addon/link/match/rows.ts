/** The rows of a table with what a reader takes from around them: the headings above, the unit of measure, what their figures look like. */
import type { LinkTab } from '../../link-rpc.ts';
import type { Cells, Figure } from './cells.ts';
import { labelsAbove } from './hierarchy.ts';
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
  /** How many of its cells in the periods' columns hold words ("11/12", "đạt") where a figure should be. Errors are none. */
  readonly wordy: number;
  /** Neither figures nor a unit: it may be but a heading. */
  readonly bare: boolean;
  readonly hidden: boolean;
}

const FOOTER = /^(?:ghi chú|nơi nhận|người lập|tm\.|t\/m|kt\.|thủ trưởng|xác nhận)/iu;

type Line = Omit<TableRow, 'above' | 'before'>;

/** @param columns columns whose figures count as the row's: those of periods, or all where none is known. */
export function tableRows(tab: LinkTab, cells: Cells, layout: Layout, columns: readonly number[]): readonly TableRow[] {
  const lines = linesOf(tab, cells, layout, columns);
  const above = labelsAbove(lines);
  return lines.map((line, at) => ({ ...line, above: above[at] ?? [], before: lines[at - 1]?.label ?? null }));
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
    const unit = isDitto(unitText) ? (lines.at(-1)?.unit ?? null) : (readUnit(unitText) ?? label.unit);
    const bare = unit === null && unitText === '' && !hasAnyFigure(cells, layout, row);
    lines.push({
      row,
      text: text.replace(/\s+/g, ' ').trim(),
      label,
      unit: unit ?? (bare ? null : tableUnit),
      unitText,
      figures,
      wordy: columns.filter((column) => isWordy(cells.own(row, column)) && cells.figure(row, column) === null).length,
      bare,
      hidden: tab.hiddenRows.includes(row),
    });
  }
  return lines;
}

function isWordy(text: string): boolean {
  return text !== '' && !/^#|^loading|^đang tải/iu.test(text);
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
