/** Reads base64url (RFC 4648 section 5) without padding, as JWTs have it; Apps Script has no atob. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The UTF-8 text that was encoded, or null where it is not base64url of UTF-8. */
export function decodeBase64Url(encoded: string): string | null {
  let escaped = '';
  let bits = 0;
  let held = 0;
  for (const character of encoded) {
    const six = ALPHABET.indexOf(character);
    if (six < 0) return null;
    held = ((held << 6) | six) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    escaped += `%${((held >> bits) & 0xff).toString(16).padStart(2, '0')}`;
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}
