/** `If-None-Match: *` for the first revision, `If-Match` with one strong tag after it (RFC 9110, 13.1). */

export type Precondition = { readonly kind: 'none-yet' } | { readonly kind: 'revision'; readonly tag: string };

export type ReadPrecondition =
  | { readonly ok: true; readonly precondition: Precondition | null }
  | { readonly ok: false };

const STRONG_TAG = /^"([\x21\x23-\x7e\x80-\xff]*)"$/;

/** The request's precondition, null where it has none; not ok for any other form, or for both. */
export function readPrecondition(headers: Headers): ReadPrecondition {
  const match = headers.get('If-Match')?.trim();
  const noneMatch = headers.get('If-None-Match')?.trim();
  if (match !== undefined && noneMatch !== undefined) return { ok: false };
  if (noneMatch !== undefined) {
    return noneMatch === '*' ? { ok: true, precondition: { kind: 'none-yet' } } : { ok: false };
  }
  if (match === undefined) return { ok: true, precondition: null };
  const tag = STRONG_TAG.exec(match)?.[1];
  return tag === undefined ? { ok: false } : { ok: true, precondition: { kind: 'revision', tag } };
}

export function holds(precondition: Precondition, current: { readonly revision: number } | undefined): boolean {
  if (precondition.kind === 'none-yet') return current === undefined;
  return current !== undefined && precondition.tag === String(current.revision);
}
