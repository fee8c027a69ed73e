/** Names of downloaded files (RFC 6266): one in ASCII that every client reads, and the real one. */

/** Neither a path's signs nor those that Windows forbids in a name. */
const UNFIT = /[\p{Cc}\p{Cf}"*/:<>?\\|]+/gu;

/** @param ascii letters, digits, dots and hyphens. */
export function attachment(ascii: string, name: string): string {
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extValue(name.replace(UNFIT, '-'))}`;
}

/** RFC 8187's ext-value: what `encodeURIComponent` leaves, without the four that are no attr-char. */
function extValue(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
