/** What a label or heading is recognised by: its words, whatever their case, their spaces and the way their marks are composed. */

/** The fingerprint of a cell's text; anything but text has the empty one, which matches nothing. */
export function fingerprint(cell: unknown): string {
  return typeof cell === 'string' ? cell.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim() : '';
}
