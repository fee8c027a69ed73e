/** Which problems an operation can answer with, and how the document says so. */
import type { Need } from '../api/route.ts';
import { type ProblemCode, problemOf } from '../problems.ts';
import { type HeaderName, headerObjects } from './headers.ts';
import type { Operation } from './operation.ts';
import { type JsonSchema, refTo } from './schemas.ts';

const ALWAYS: readonly ProblemCode[] = [
  'https-required',
  'internal',
  'keys-unavailable',
  'newer-data',
  'storage-unavailable',
];
const KNOWN: readonly ProblemCode[] = [
  'unauthenticated',
  'invalid-token',
  'expired-token',
  'unknown-audience',
  'other-account',
  'too-many-requests',
];

/** By what its route needs, what it takes, and its own. */
export function problemCodes(need: Need, operation: Operation): ReadonlySet<ProblemCode> {
  const isKnown = need !== 'anyone';
  return new Set<ProblemCode>([
    ...(isKnown ? KNOWN : []),
    ...(isKnown && need !== 'signed-in' ? (['forbidden'] as const) : []),
    ...(isKnown ? (['foreign-origin'] as const) : []),
    ...(takesJson(operation) ? (['too-large', 'bad-json', 'bad-request'] as const) : []),
    ...(operation.precondition === undefined ? [] : (['bad-precondition'] as const)),
    ...(operation.problems ?? []),
    ...ALWAYS,
  ]);
}

function takesJson({ body }: Operation): boolean {
  return body !== undefined && 'schema' in body;
}

/** One answer a status, with the codes that it can have. */
export function problemAnswers(codes: ReadonlySet<ProblemCode>): Readonly<Record<string, unknown>> {
  const byStatus = Object.groupBy(codes, (code) => String(problemOf(code).status));
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, some = []]) => [status, problemAnswer(Number(status), some)]),
  );
}

function problemAnswer(status: number, codes: readonly ProblemCode[]): JsonSchema {
  const schema = {
    ...refTo('Problem'),
    properties: { status: { const: status }, code: { enum: codes } },
    required: [
      ...(codes.every((code) => code === 'findings') ? ['findings'] : []),
      ...(mustWait(status) ? ['retryAfter'] : []),
    ],
  };
  return {
    description: codes.map((code) => `\`${code}\`: ${problemOf(code).title}`).join('; '),
    headers: headerObjects(headersOf(status)),
    content: { 'application/problem+json': { schema } },
  };
}

function headersOf(status: number): readonly HeaderName[] {
  if (status === 401) return ['WWW-Authenticate'];
  return mustWait(status) ? ['Retry-After'] : [];
}

function mustWait(status: number): boolean {
  return status === 429 || status === 503;
}
