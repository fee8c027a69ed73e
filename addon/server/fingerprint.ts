/** What a label or heading is recognised by: its words, whatever their case, their spaces and the way their marks are composed. */

/** The fingerprint of a cell's value: of a number or a date, what it is. Empty for what is no label, which matches nothing. */
export function fingerprint(cell: unknown): string {
  if (typeof cell === 'number') return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'string' ? cell.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim() : '';
}
