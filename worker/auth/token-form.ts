/** What a bearer token must look like before anything in it is believed: one spelling, one key named, no tricks in the header. */
import { base64url } from 'jose';
import * as v from 'valibot';

const MAX_TOKEN = 8 * 1024;
/** Base64url without padding, whose last character has no bits to spare: one text a token, and no second spelling of it. */
const PART = '(?:[\\w-]{4})*(?:[\\w-][AQgw]|[\\w-]{2}[AEIMQUYcgkosw048])?';
const COMPACT = new RegExp(`^(${PART})\\.(${PART})\\.${PART}$`);
/** Headers that name or carry a key are an attack, even where they would be ignored; extensions are no ID token's. */
const REFUSED_HEADERS = ['jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64', 'zip', 'enc'] as const;

const HeaderSchema = v.object({
  alg: v.string(),
  kid: v.string(),
  // RFC 9068: an access token says `at+jwt`; it is no proof of who is there.
  typ: v.optional(v.pipe(v.string(), v.regex(/^jwt$/i))),
});
const ClaimsSchema = v.object({ iss: v.string() });

/** The issuer and the key that a token claims, unverified. */
export interface Claimed {
  readonly issuer: string;
  readonly kid: string;
}

/** What the token claims; null where its form alone says that it is none of ours. */
export function readForm(token: string): Claimed | null {
  if (token.length > MAX_TOKEN) return null;
  const parts = COMPACT.exec(token);
  const header = readPart(parts?.[1]);
  if (typeof header !== 'object' || header === null || REFUSED_HEADERS.some((name) => name in header)) return null;
  const named = v.safeParse(HeaderSchema, header);
  const claims = v.safeParse(ClaimsSchema, readPart(parts?.[2]));
  return named.success && claims.success ? { issuer: claims.output.iss, kid: named.output.kid } : null;
}

function readPart(part: string | undefined): unknown {
  if (part === undefined) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(base64url.decode(part));
    const value: unknown = JSON.parse(text);
    return hasUniqueNames(text, value) ? value : null;
  } catch {
    return null;
  }
}

/** RFC 7519, 4: names are unique. Two readers could otherwise believe two different things; what is parsed has fewer names then. */
function hasUniqueNames(json: string, value: unknown): boolean {
  const written = [...json.matchAll(/"(?:[^"\\]|\\.)*"\s*(:?)/g)].filter(([, colon]) => colon === ':').length;
  let read = 0;
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    waiting.push(...Object.values(next));
    if (!Array.isArray(next)) read += Object.keys(next).length;
  }
  return written === read;
}
