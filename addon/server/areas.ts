/** Cells of one kind as few rectangles, for calls that take a range at once. Rows and columns count from 1. */

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly kind: string;
}

/** The cells of some rows and columns, both in order; those whose kind is null are left out. */
export function areasOf(
  rows: readonly number[],
  columns: readonly number[],
  kindAt: (row: number, column: number) => string | null,
): readonly Area[] {
  const done: Area[] = [];
  let open: Area[] = [];
  for (const row of rows) {
    const runs = runsIn(row, columns, kindAt).map((run) => {
      const above = open.find((area) => area.row + area.rows === row && isAlike(area, run));
      return above === undefined ? run : { ...above, rows: above.rows + 1 };
    });
    done.push(...open.filter((area) => !runs.some((run) => run.row === area.row && isAlike(area, run))));
    open = runs;
  }
  return [...done, ...open];
}

function isAlike(a: Area, b: Area): boolean {
  return a.column === b.column && a.columns === b.columns && a.kind === b.kind;
}

function runsIn(
  row: number,
  columns: readonly number[],
  kindAt: (row: number, column: number) => string | null,
): readonly Area[] {
  const runs: Area[] = [];
  for (const column of columns) {
    const kind = kindAt(row, column);
    if (kind === null) continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.kind === kind && last.column + last.columns === column)
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    else runs.push({ row, column, rows: 1, columns: 1, kind });
  }
  return runs;
}
