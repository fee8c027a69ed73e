/** For tests: the Worker's side of reports as the contract has it, in memory, with what a network does to requests and answers. */
import type { FetchAnswer, FetchRequest } from './desk/stand-in/ports.ts';

export interface StoredReport {
  revision: number;
  state: string;
  sheet: string;
  values: Record<string, unknown>;
  reasons: Record<string, string>;
  by: string;
  at: string;
  returnReason: string | null;
  /** The ledger's entry that made it. */
  entry?: number;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Record<string, unknown> | null;
}

/** What happens to the next requests, one entry each; `pass` where the list is at its end. */
export type Fate =
  | 'pass'
  | 'down'
  | 'answer-lost'
  /** The client gives up, and it arrives when `arriveLate` is called. */
  | 'late'
  | { readonly status: number; readonly problem: Record<string, unknown> };

export class ScriptedWorker {
  readonly reports = new Map<string, StoredReport>();
  readonly seen: SeenRequest[] = [];
  /** Every revision that a `PUT` made, in order. */
  readonly stored: { readonly path: string; readonly report: StoredReport }[] = [];
  readonly fates: Fate[] = [];
  private readonly late: SeenRequest[] = [];
  down = false;
  /** Called while a request is on its way: another run may come in between. */
  onRequest: (() => void) | null = null;
  summary: unknown = null;
  /** How many entries the ledger has. */
  entries = 0;

  get puts(): SeenRequest[] {
    return this.seen.filter((request) => request.method === 'put');
  }

  /** The port `fetch` of the stand-in. */
  readonly fetch = (request: FetchRequest): FetchAnswer => {
    const fate = this.down ? 'down' : (this.fates.shift() ?? 'pass');
    const seen = seenRequest(request);
    this.seen.push(seen);
    this.onRequest?.();
    if (fate === 'late') this.late.push(seen);
    if (fate === 'late') return { kind: 'timeout' };
    if (fate === 'down') return { kind: 'unreachable', detail: 'Address unavailable' };
    if (typeof fate === 'object')
      return answer(fate.status, { type: '', title: '', detail: '', status: fate.status, ...fate.problem });
    const result = this.handle(seen);
    return fate === 'answer-lost' ? { kind: 'unreachable', detail: 'Timeout' } : result;
  };

  /** What nobody waits for any more arrives all the same. */
  arriveLate(): void {
    for (const request of this.late.splice(0)) this.handle(request);
  }

  /** What a reviewer does: a new revision with the same values. */
  decide(path: string, state: 'returned' | 'accepted', returnReason: string | null = null): void {
    const report = this.reports.get(path);
    if (report === undefined) throw new Error(`no report at ${path}`);
    this.reports.set(path, { ...report, revision: report.revision + 1, state, returnReason, entry: ++this.entries });
  }

  private handle(request: SeenRequest): FetchAnswer {
    if (request.path.startsWith('/api/summary')) return this.summarise(request);
    const report = this.reports.get(request.path);
    if (request.method === 'put') return this.put(request, report);
    if (report === undefined) return answer(404, problem(404, 'not-found'));
    const { by, at, ...rest } = report;
    return answer(200, {
      ...place(request.path),
      ...rest,
      contentHash: 'h',
      updatedAt: at,
      updatedBy: by,
      findings: [],
    });
  }

  private put(request: SeenRequest, report: StoredReport | undefined): FetchAnswer {
    const body = request.body ?? {};
    const expected = report === undefined ? '*' : `"${report.revision}"`;
    const holds = (request.headers['If-None-Match'] ?? request.headers['If-Match']) === expected;
    if (report !== undefined) {
      if (isSame(report, body)) return answer(200, { ...receipt(request.path, report), replayed: true });
      // A retry of what was last sent, and has since been returned or accepted.
      const lastSent = this.stored.findLast(({ path }) => path === request.path)?.report;
      if (!holds && lastSent !== undefined && isSame(lastSent, body))
        return answer(200, { ...receipt(request.path, lastSent), replayed: true, current: currentOf(report) });
      if (report.sheet !== body.sheet) return answer(409, problem(409, 'sheet-mismatch'));
      if (report.state === 'accepted') return answer(409, problem(409, 'accepted'));
    }
    if (!holds) return answer(412, { ...problem(412, 'precondition'), current: currentOf(report ?? blank) });
    const stored: StoredReport = {
      revision: (report?.revision ?? 0) + 1,
      state: String(body.state),
      sheet: String(body.sheet),
      values: withoutNulls(body.values),
      reasons: { ...(body.reasons as Record<string, string>) },
      by: 'reporter.muong-bang@demo.test',
      at: '2026-11-24T02:00:00.000Z',
      returnReason: null,
      entry: ++this.entries,
    };
    this.reports.set(request.path, stored);
    this.stored.push({ path: request.path, report: stored });
    return answer(report === undefined ? 201 : 200, { ...receipt(request.path, stored), replayed: false });
  }

  private summarise(request: SeenRequest): FetchAnswer {
    if (this.summary === null) return answer(503, problem(503, 'unavailable'));
    const etag = `"${JSON.stringify(this.summary).length}"`;
    if (request.headers['If-None-Match'] === etag)
      return { kind: 'response', status: 304, headers: { ETag: etag }, body: '' };
    return { ...answer(200, this.summary), headers: { ETag: etag } } as FetchAnswer;
  }
}

function isSame(report: StoredReport, body: Record<string, unknown>): boolean {
  return (
    report.state === body.state &&
    report.sheet === body.sheet &&
    equal(report.values, withoutNulls(body.values)) &&
    equal(report.reasons, body.reasons)
  );
}

function currentOf({ revision, state, by, at, values }: StoredReport) {
  return { revision, state, by, at, values, contentHash: 'h' };
}

const blank: StoredReport = {
  revision: 0,
  state: 'draft',
  sheet: '',
  values: {},
  reasons: {},
  by: '',
  at: '',
  returnReason: null,
  entry: 0,
};

function seenRequest(request: FetchRequest): SeenRequest {
  return {
    method: request.method,
    path: new URL(request.url).pathname,
    headers: request.headers,
    body: request.body === null || request.body === '' ? null : JSON.parse(request.body),
  };
}

function place(path: string) {
  const [unit, period] = path.split('/').slice(-2);
  return { unit, period };
}

function receipt(path: string, report: StoredReport) {
  const { revision, state, at, by } = report;
  return {
    ...place(path),
    revision,
    state,
    receivedAt: at,
    by,
    contentHash: 'h',
    findings: [],
    ledger: { index: report.entry ?? 0, hash: `h${report.entry}`, signature: null },
  };
}

function problem(status: number, code: string) {
  return { type: `/problems/${code}`, code, title: code, status, detail: code };
}

function answer(status: number, body: unknown): FetchAnswer {
  return { kind: 'response', status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

function withoutNulls(values: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== null));
}

function equal(one: unknown, other: unknown): boolean {
  const sorted = (value: unknown) => JSON.stringify(Object.entries(value ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
}
