/** The best assignment of all rows to inputs at once: each row one input at the most, each input one row. */

/**
 * Hungarian method (Kuhn–Munkres with potentials), maximising the sum of gains; what gains nothing is left unassigned.
 * @param gains `gains[row][column]`; 0 or less is never chosen.
 * @returns for each row its column, or -1
 */
export function assign(gains: readonly (readonly number[])[]): readonly number[] {
  const rows = gains.length;
  const columns = Math.max(0, ...gains.map((row) => row.length));
  if (rows === 0 || columns === 0) return gains.map(() => -1);
  // A square of costs: padding costs nothing, so that a row may stay without a column.
  const size = rows + columns;
  const cost = (row: number, column: number): number => -Math.max(0, gains[row]?.[column] ?? 0);
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  const previous = new Int32Array(size + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const seen = new Uint8Array(size + 1);
    while (rowOf[column] !== 0) {
      seen[column] = 1;
      column = augment(column, { size, cost, rowPotential, columnPotential, rowOf, previous, least, seen });
    }
    while (column !== 0) {
      const before = at(previous, column);
      rowOf[column] = at(rowOf, before);
      column = before;
    }
  }
  const result = gains.map(() => -1);
  for (let column = 1; column <= columns; column++) {
    const row = at(rowOf, column) - 1;
    if (row >= 0 && (gains[row]?.[column - 1] ?? 0) > 0) result[row] = column - 1;
  }
  return result;
}

interface Work {
  readonly size: number;
  readonly cost: (row: number, column: number) => number;
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  readonly rowOf: Int32Array;
  readonly previous: Int32Array;
  readonly least: Float64Array;
  readonly seen: Uint8Array;
}

/** One step of the shortest augmenting path: from a column to the next cheapest one. */
function augment(column: number, work: Work): number {
  const { size, cost, rowPotential, columnPotential, rowOf, previous, least, seen } = work;
  const row = at(rowOf, column);
  let delta = Number.POSITIVE_INFINITY;
  let next = 0;
  for (let other = 1; other <= size; other++) {
    if (at(seen, other) === 1) continue;
    const reduced = cost(row - 1, other - 1) - at(rowPotential, row) - at(columnPotential, other);
    if (reduced < at(least, other)) {
      least[other] = reduced;
      previous[other] = column;
    }
    if (at(least, other) < delta) {
      delta = at(least, other);
      next = other;
    }
  }
  for (let other = 0; other <= size; other++) {
    if (at(seen, other) === 1) {
      rowPotential[at(rowOf, other)] = at(rowPotential, at(rowOf, other)) + delta;
      columnPotential[other] = at(columnPotential, other) - delta;
    } else least[other] = at(least, other) - delta;
  }
  return next;
}

function at(array: Float64Array | Int32Array | Uint8Array, index: number): number {
  return array[index] ?? 0;
}
