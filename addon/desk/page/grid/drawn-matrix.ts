/** What was drawn in each cell of a sheet, by row and column counted from 0; a cell that was never drawn has nothing. */

export class DrawnMatrix<T> {
  readonly #rows: (T | undefined)[][] = [];
  readonly #nothing: T;

  constructor(nothing: T) {
    this.#nothing = nothing;
  }

  get(row: number, column: number): T {
    return this.#rows[row]?.[column] ?? this.#nothing;
  }

  set(row: number, column: number, value: T): void {
    const cells = this.#rows[row] ?? [];
    this.#rows[row] = cells;
    cells[column] = value;
  }

  /** Every position that is in this matrix or in `grid`, a sheet's cells. */
  *positions(grid: readonly (readonly unknown[])[]): Generator<readonly [row: number, column: number]> {
    const height = Math.max(grid.length, this.#rows.length);
    for (let row = 0; row < height; row += 1) {
      const width = Math.max(grid[row]?.length ?? 0, this.#rows[row]?.length ?? 0);
      for (let column = 0; column < width; column += 1) yield [row, column];
    }
  }
}
