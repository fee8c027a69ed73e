/** One structured line a request: who by the member's id, what, outcome. Never a token, an address or a value. */
import { describeError, type ErrorDescription } from './log-error.ts';

export interface LogLine {
  readonly method: string;
  /** The route's pattern, not the address: addresses carry people's names. "edge" for what never came to a route. */
  readonly route: string;
  readonly status: number;
  /** "ok", or the problem's code. */
  readonly outcome: string;
  readonly member?: string | undefined;
  readonly client?: 'browser' | 'workbook' | undefined;
  /** A unit and a period of the resolution; what else stood in their place is the caller's own text. */
  readonly unit?: string | undefined;
  readonly period?: string | undefined;
  readonly ms: number;
  /** What went wrong inside, for us alone. */
  readonly cause?: unknown;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'];

export function logLine({ cause, method, ...line }: LogLine): void {
  const error: { error?: ErrorDescription } = cause === undefined ? {} : { error: describeError(cause) };
  const write = line.status >= 500 ? console.error : console.log;
  // A method can be any word that the caller likes.
  write(JSON.stringify({ event: 'request', method: METHODS.includes(method) ? method : 'other', ...line, ...error }));
}

/** One line a nightly check: what it found, as codes. */
export function logCheck(what: readonly unknown[], ms: number): void {
  const write = what.length === 0 ? console.log : console.error;
  write(JSON.stringify({ event: 'check', outcome: what.length === 0 ? 'ok' : 'differs', what, ms }));
}

/** A job of the alarm that failed; nobody waits for its answer. */
export function logFailure(job: string, cause: unknown): void {
  console.error(JSON.stringify({ event: 'job', job, outcome: 'failed', error: describeError(cause) }));
}
