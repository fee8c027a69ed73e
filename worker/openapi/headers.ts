/** Headers that clients may rely on. */
const HEADERS = {
  ETag: 'A strong tag. Of a report it is its revision in quotes.',
  'Retry-After': 'Whole seconds after which to try again.',
  'WWW-Authenticate': 'How to say who one is: `Bearer`.',
  'Content-Disposition': 'The file’s name: in ASCII, and in UTF-8 (RFC 6266).',
} as const;

export type HeaderName = keyof typeof HEADERS;

export function headerObjects(names: readonly HeaderName[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    names.map((name) => [name, { description: HEADERS[name], required: true, schema: { type: 'string' } }]),
  );
}
