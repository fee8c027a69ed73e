/** One structured line a request: who by the member's id, what, outcome. Never a token, an address or a value. */

export interface LogLine {
  readonly method: string;
  /** The route's pattern, not the address: addresses carry people's names. */
  readonly route: string;
  readonly status: number;
  /** "ok", or the problem's code. */
  readonly outcome: string;
  readonly member?: string | undefined;
  readonly client?: 'browser' | 'workbook' | undefined;
  readonly unit?: string | undefined;
  readonly period?: string | undefined;
  readonly ms?: number | undefined;
  /** What went wrong inside, for us alone. */
  readonly cause?: unknown;
}

export function logLine({ cause, ...line }: LogLine): void {
  const error = cause instanceof Error ? { error: cause.message, stack: cause.stack } : {};
  const write = line.status >= 500 ? console.error : console.log;
  write(JSON.stringify({ event: 'request', ...line, ...error }));
}

/** One line a nightly check: what it found, as codes. */
export function logCheck(what: readonly unknown[], ms: number): void {
  const write = what.length === 0 ? console.log : console.error;
  write(JSON.stringify({ event: 'check', outcome: what.length === 0 ? 'ok' : 'differs', what, ms }));
}

/** A job of the alarm that failed; nobody waits for its answer. */
export function logFailure(job: string, cause: unknown): void {
  const error = cause instanceof Error ? { error: cause.message, stack: cause.stack } : {};
  console.error(JSON.stringify({ event: 'job', job, outcome: 'failed', ...error }));
}
