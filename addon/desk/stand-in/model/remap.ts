/** Where a row or a column went when others were inserted, deleted or moved: one map for cells' areas, rules, names and formulas. */
import type { Area, Dimension } from './types.ts';

/** Null: the line is gone. */
export interface LineMap {
  readonly sheetId: number;
  readonly dimension: Dimension;
  readonly line: (index: number) => number | null;
  /** Of a span of lines that may have lost some or gained some inside; null if nothing of it is left. */
  readonly span: (start: number, count: number) => { start: number; count: number } | null;
}

export function insertedLines(sheetId: number, dimension: Dimension, at: number, count: number): LineMap {
  const line = (index: number): number => (index >= at ? index + count : index);
  return { sheetId, dimension, line, span: (start, size) => spanBetween(line(start), line(start + size - 1)) };
}

export function deletedLines(sheetId: number, dimension: Dimension, at: number, count: number): LineMap {
  const end = at + count;
  const line = (index: number): number | null => (index < at ? index : index < end ? null : index - count);
  return {
    sheetId,
    dimension,
    line,
    span: (start, size) => {
      const first = start < at ? start : start < end ? at : start - count;
      const last = start + size - 1;
      const lastLeft = last < at ? last : last < end ? at - 1 : last - count;
      return lastLeft < first ? null : spanBetween(first, lastLeft);
    },
  };
}

/** The block `at … at + count - 1` is put before the line that is numbered `before` now. */
export function movedLines(sheetId: number, dimension: Dimension, at: number, count: number, before: number): LineMap {
  const target = before > at ? before - count : before;
  const line = (index: number): number => {
    if (index >= at && index < at + count) return target + index - at;
    const without = index >= at + count ? index - count : index;
    return without >= target ? without + count : without;
  };
  return {
    sheetId,
    dimension,
    line,
    span: (start, size) => {
      const insideBlock = start >= at && start + size <= at + count;
      const keeps = insideBlock || size === 1 || noEndMoved(start, start + size - 1, at, count);
      if (!keeps) return { start, count: size };
      const ends = [line(start), line(start + size - 1)];
      return spanBetween(Math.min(...ends), Math.max(...ends));
    },
  };
}

export function mapArea(area: Area, map: LineMap): Area | null {
  if (map.dimension === 'row') {
    const span = map.span(area.row, area.rows);
    return span && { ...area, row: span.start, rows: span.count };
  }
  const span = map.span(area.column, area.columns);
  return span && { ...area, column: span.start, columns: span.count };
}

function noEndMoved(first: number, last: number, at: number, count: number): boolean {
  const moved = (index: number): boolean => index >= at && index < at + count;
  return !moved(first) && !moved(last);
}

function spanBetween(first: number, last: number): { start: number; count: number } {
  return { start: first, count: last - first + 1 };
}
