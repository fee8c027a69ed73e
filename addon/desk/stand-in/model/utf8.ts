/** UTF-8 without TextEncoder, which neither Apps Script nor this room's types have. */

const LONE_SURROGATE = /\p{Surrogate}/gu;

export function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const char of text.replace(LONE_SURROGATE, '\uFFFD')) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

/** Bytes that are no UTF-8 become U+FFFD, one for the whole text's worth of doubt: the caller meant text. */
export function utf8Text(bytes: readonly number[]): string {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${(byte & 255).toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return bytes.map((byte) => ((byte & 255) < 0x80 ? String.fromCharCode(byte & 255) : '\uFFFD')).join('');
  }
}
