/** Sizes in UTF-8 bytes, which the property store's limits count; Apps Script has no TextEncoder. */

/** Bytes of one code point. A lone surrogate is written as the replacement character, which has three. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += bytesOf(character);
  return bytes;
}

/** Cuts a text into pieces of at most `limit` bytes each (at least 4), never inside a character. */
export function splitByBytes(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of text) {
    const size = bytesOf(character);
    if (bytes + size > limit) {
      pieces.push(piece);
      piece = '';
      bytes = 0;
    }
    piece += character;
    bytes += size;
  }
  pieces.push(piece);
  return pieces;
}
