/** Problem details (RFC 9457): every refusal is a code of one table, thrown as a value and rendered in one place. */
import type { Current, Finding, Problem } from '../shared/wire.ts';
import { PROBLEMS } from './words.ts';

export type ProblemCode = keyof typeof PROBLEMS;

/** What a case adds: `retryAfter` in whole seconds, `current` of a report, `findings`. */
export interface ProblemExtras {
  readonly findings?: readonly Finding[];
  readonly current?: Current;
  readonly retryAfter?: number;
  /** The methods that the path has, for its header alone. */
  readonly allow?: readonly string[];
}

/** A refusal on its way to the HTTP edge. `cause` is for the log alone. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, extras: ProblemExtras = {}, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.extras = extras;
  }
}

export function problemOf(code: ProblemCode, extras: ProblemExtras = {}): Problem {
  const { status, title, detail } = PROBLEMS[code];
  const { findings, allow: _allow, ...rest } = extras;
  return {
    type: `/problems/${code}`,
    code,
    title,
    status,
    detail,
    ...rest,
    ...(findings === undefined ? {} : { findings: [...findings] }),
  };
}

export function problemResponse(code: ProblemCode, extras: ProblemExtras = {}): Response {
  const problem = problemOf(code, extras);
  const headers = new Headers({ 'Content-Type': 'application/problem+json; charset=utf-8' });
  if (problem.status === 401) headers.set('WWW-Authenticate', 'Bearer');
  setProblemHeaders(headers, extras);
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** The headers that a case needs, whatever its body is. */
export function setProblemHeaders(headers: Headers, { retryAfter, current, allow }: ProblemExtras): void {
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  if (current !== undefined) headers.set('ETag', `"${current.revision}"`);
  if (allow !== undefined) headers.set('Allow', allow.join(', '));
}

/** What is answered for anything thrown: its own problem for a refusal, and nothing of the inside for a bug. */
export function refusalOf(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal('internal', {}, error);
}
