/** What a label or heading is recognised by: its words, whatever their case, their spaces and the way their marks are composed. */

/** A run asks for the same few labels again and again: of each tab, each column, each sign. */
const known = new Map<string, string>();

/** The fingerprint of a cell's value: of a number or a date, what it is. Empty for what is no label, which matches nothing. */
export function fingerprint(cell: unknown): string {
  if (typeof cell === 'number') return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  if (typeof cell !== 'string') return '';
  const print = known.get(cell) ?? cell.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  known.set(cell, print);
  return print;
}
