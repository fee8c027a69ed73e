/** For tests: tabs and workbooks out of rows of texts. */
import type { LinkOpening, LinkTab, Merge } from '../../link-rpc.ts';

/** Cells of a row are separated by "|"; "=…" is a formula that shows what follows. Spaces before a text stay. */
export function tabOf(name: string, lines: readonly string[], change: Partial<LinkTab> = {}): LinkTab {
  const cells = lines.map((line) => line.split('|').map((cell) => cell.replace(/\s+$/, '').replace(/^ /, '')));
  const width = Math.max(...cells.map((row) => row.length));
  const rows = cells.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
  return {
    id: change.id ?? name.length + lines.length,
    name,
    hidden: false,
    texts: rows.map((row) => row.map((cell) => cell.replace(/^=/, ''))),
    formulas: rows.map((row) => row.map((cell) => cell.startsWith('='))),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    ...change,
  };
}

export function merge(row: number, column: number, rows: number, columns: number): Merge {
  return { row, column, rows, columns };
}

export function openingOf(tabs: readonly LinkTab[], change: Partial<LinkOpening> = {}): LinkOpening {
  return {
    name: 'Bảng theo dõi',
    locale: 'vi_VN',
    account: 'reporter.muong-bang@demo.test',
    unit: null,
    tabs: tabs.map((tab, id) => ({ ...tab, id })),
    linked: [],
    marked: false,
    ...change,
  };
}
