/** Reading from the Worker: the summary with its ETag, and the ticket for live changes. Every refusal is told apart. */
import type { Period } from '../../../shared/periods.ts';
import type { Summary } from '../../../shared/wire.ts';
import { isProblem, isSummary, isTicket } from './messages.ts';
import type { Tokens } from './token.ts';

type Failure = 'network' | 'unregistered' | 'forbidden' | 'token';

export type SummaryAnswer =
  | { readonly kind: 'summary'; readonly summary: Summary }
  | { readonly kind: 'same' }
  | { readonly kind: 'failed'; readonly why: Failure; readonly retryAfterMs: number | null };

export interface Reader {
  summary(period: Period): Promise<SummaryAnswer>;
  /** A ticket, good once and for half a minute; null where none is given. */
  ticket(): Promise<string | null>;
}

const PATIENCE_MS = 20_000;

export function createReader(origin: string, tokens: Tokens, request: typeof fetch): Reader {
  const tags = new Map<Period, string>();

  /** With the token; once more with a new one where it was refused. */
  const call = async (path: string, init: RequestInit): Promise<Response | Failure> => {
    for (const attempt of [1, 2]) {
      const token = await tokens.current();
      if (token === null) return 'token';
      const response = await send(path, init, token);
      if (response === null) return 'network';
      if (response.status !== 401 || attempt === 2) return response;
      tokens.forget();
    }
    return 'token';
  };

  const send = async (path: string, init: RequestInit, token: string): Promise<Response | null> => {
    const headers = { ...init.headers, authorization: `Bearer ${token}` };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      return await request(`${origin}${path}`, { ...init, headers, credentials: 'omit', cache: 'no-store', signal });
    } catch {
      return null;
    }
  };

  return {
    summary: async (period) => {
      const tag = tags.get(period);
      const headers: Record<string, string> = tag === undefined ? {} : { 'if-none-match': tag };
      const response = await call(`/api/summary?period=${encodeURIComponent(period)}`, { headers });
      if (typeof response === 'string') return failed(response, null);
      if (response.status === 304) return { kind: 'same' };
      if (!response.ok) return failed(await whyNot(response), retryAfter(response));
      const summary = await bodyOf(response);
      if (!isSummary(summary)) return failed('network', null);
      const fresh = response.headers.get('etag');
      if (fresh !== null) tags.set(period, fresh);
      return { kind: 'summary', summary };
    },
    ticket: async () => {
      const response = await call('/api/live/ticket', { method: 'POST' });
      if (typeof response === 'string' || !response.ok) return null;
      const answer = await bodyOf(response);
      return isTicket(answer) ? answer.ticket : null;
    },
  };
}

/** Null where the body is no JSON: a proxy's page, a cut connection. */
function bodyOf(response: Response): Promise<unknown> {
  return response.json().catch(() => null);
}

function failed(why: Failure, retryAfterMs: number | null): SummaryAnswer {
  return { kind: 'failed', why, retryAfterMs };
}

async function whyNot(response: Response): Promise<Failure> {
  if (response.status === 403) return 'forbidden';
  if (response.status !== 401) return 'network';
  const problem = await bodyOf(response);
  return isProblem(problem) && problem.code === 'unknown-audience' ? 'unregistered' : 'token';
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}
