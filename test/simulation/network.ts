/** The way between the scripts and the Worker, and what happens to requests and answers on it. Keeps count of what was promised. */
import type { FetchAnswer, FetchRequest } from '../../addon/desk/stand-in/ports.ts';
import type { SimulatedAnswer, SimulatedRequest } from './ledger/messages.ts';

/** What becomes of one request on its way. */
export const FATES = [
  'pass',
  /** It never arrives, and the client is told so. */
  'lost',
  /** It is done, and the client is not told. */
  'answer-lost',
  /** It is done twice, and the client gets the second answer. */
  'twice',
  /** The client gives up; it arrives later, after others, or not at all. */
  'late',
  /** Something between answers for the Worker. */
  'too-many',
  'bad-gateway',
] as const;
export type Fate = (typeof FATES)[number];

/** A report that a client was told to be stored. */
export interface Promised {
  readonly unit: string;
  readonly period: string;
  readonly revision: number;
  readonly state: string;
  readonly contentHash: string;
}

/** Everything that came of one sending of a report: it must never make more than one revision. */
export interface Sending {
  readonly unit: string;
  readonly period: string;
  /** Of revisions that it newly made, by the Worker's own word. */
  readonly made: number[];
}

type Deliver = (request: SimulatedRequest) => SimulatedAnswer;

/** A client waits for a minute; what has not arrived a minute and a half after that never does: every connection has been closed. */
const ON_ITS_WAY_MS = 150_000;

const REPORT = /\/api\/reports\/([^/]+)\/([^/]+)$/;

export class Network {
  readonly promised: Promised[] = [];
  readonly sendings: Sending[] = [];
  /** Reports that copied workbooks tried to send; the Worker refuses them too, but they must not even try. */
  readonly fromCopies: string[] = [];
  /** Answers that no client should ever see. */
  readonly broken: string[] = [];
  readonly #deliver: Deliver;
  readonly #now: () => number;
  #late: { readonly request: SimulatedRequest; readonly sending: Sending | null; readonly sentAt: number }[] = [];

  constructor(deliver: Deliver, now: () => number) {
    this.#deliver = deliver;
    this.#now = now;
  }

  send(request: FetchRequest, fate: Fate): FetchAnswer {
    if (fate === 'lost') return { kind: 'unreachable', detail: 'Address unavailable' };
    if (fate === 'too-many') return response(429, { 'Retry-After': '30' }, problem('rate-limited', 429));
    if (fate === 'bad-gateway') return response(502, { 'Content-Type': 'text/html' }, '<html>Bad gateway</html>');
    const sending = this.#sendingOf(request);
    const simulated = {
      method: request.method.toUpperCase(),
      url: request.url,
      headers: request.headers,
      body: request.body,
    };
    if (fate === 'late') {
      this.#late.push({ request: simulated, sending, sentAt: this.#now() });
      return { kind: 'timeout' };
    }
    if (fate === 'twice') this.#arrive(simulated, sending);
    const answer = this.#arrive(simulated, sending);
    if (fate === 'answer-lost') return { kind: 'timeout' };
    this.#promise(sending, answer);
    return response(answer.status, answer.headers, answer.body);
  }

  /** One of those that are still on their way arrives; which one is `chance`, 0 to below 1. */
  arriveLate(chance: number): void {
    this.#late = this.#late.filter(({ sentAt }) => this.#now() - sentAt <= ON_ITS_WAY_MS);
    const [late] = this.#late.splice(Math.floor(chance * this.#late.length), 1);
    if (late !== undefined) this.#arrive(late.request, late.sending);
  }

  /** The object may be killed (503); nothing else of the Worker's own may go wrong. */
  judge(request: string, { status, body }: SimulatedAnswer): void {
    if (status >= 500 && status !== 503) this.broken.push(`${request}: ${body}`);
  }

  get onTheirWay(): number {
    return this.#late.length;
  }

  #sendingOf({ method, url, body }: FetchRequest): Sending | null {
    const found = REPORT.exec(url);
    if (method !== 'put' || found === null) return null;
    const { sheet }: { sheet: string } = JSON.parse(body ?? '{}');
    if (sheet.startsWith('copy-')) this.fromCopies.push(`${sheet} sends ${url}`);
    const sending = { unit: found[1] ?? '', period: found[2] ?? '', made: [] };
    this.sendings.push(sending);
    return sending;
  }

  #arrive(request: SimulatedRequest, sending: Sending | null): SimulatedAnswer {
    const answer = this.#deliver(request);
    this.judge(`${request.method} ${request.url}`, answer);
    if (sending !== null && answer.status === 201) sending.made.push(receiptOf(answer).revision);
    return answer;
  }

  #promise(sending: Sending | null, answer: SimulatedAnswer): void {
    if (sending === null || answer.status >= 300) return;
    const { revision, state, contentHash } = receiptOf(answer);
    this.promised.push({ unit: sending.unit, period: sending.period, revision, state, contentHash });
  }
}

function receiptOf({ body }: SimulatedAnswer): { revision: number; state: string; contentHash: string } {
  return JSON.parse(body);
}

function response(status: number, headers: Readonly<Record<string, string>>, body: string): FetchAnswer {
  return { kind: 'response', status, headers, body };
}

function problem(code: string, status: number): string {
  return JSON.stringify({ type: `/problems/${code}`, code, title: 'Quá nhiều yêu cầu', status, detail: '' });
}
