/** A backup's lines, and the root of rows. Pure over whatever hands it the rows in the file's order. */
import { createHash } from 'node:crypto';
import { endLine, type Header, headerLine, type RowLine, rowLine } from './format.ts';

/** Every line of the file, each with its line feed. */
export function* backupLines(header: Header, rows: Iterable<RowLine>): Generator<string> {
  const first = headerLine(header);
  const seen = tally();
  yield `${first}\n`;
  for (const row of rows) yield seen.add(row);
  yield `${endLine(first, seen.counts(), seen.root())}\n`;
}

/** The root and the counts of rows, as the end of their backup has them. */
export function sumOf(rows: Iterable<RowLine>): { readonly counts: Record<string, number>; readonly root: string } {
  const seen = tally();
  for (const row of rows) seen.add(row);
  return { counts: seen.counts(), root: seen.root() };
}

function tally() {
  const hash = createHash('sha256');
  const counts = new Map<string, number>();
  return {
    add: (row: RowLine): string => {
      const line = `${rowLine(row)}\n`;
      hash.update(line);
      counts.set(row.table, (counts.get(row.table) ?? 0) + 1);
      return line;
    },
    counts: () => Object.fromEntries(counts),
    root: () => hash.digest('hex'),
  };
}
