/** The built service with a count of the rows that each request to its object reads and writes, by the platform's own cursors. */
import { type ServedCommune, serveCommune } from '../../test/service/commune.ts';

/** What one request costs. */
export interface Cost {
  readonly rowsRead: number;
  readonly rowsWritten: number;
}

const HEADER = 'X-Rows';
const ALARM = '/alarm';

/** Counts rows where the object asks for them, and says them in a header; rings the alarm by an address of its own. */
const WRAPPER = `import service, { Commune as Served } from './service.js';
let cursors = [];
let patched = false;
export class Commune extends Served {
  constructor(ctx, env) {
    if (!patched) {
      const cursorOf = Object.getPrototypeOf(ctx.storage.sql);
      const exec = cursorOf.exec;
      cursorOf.exec = function (...asked) {
        const cursor = exec.apply(this, asked);
        cursors.push(cursor);
        return cursor;
      };
      patched = true;
    }
    super(ctx, env);
  }
  async fetch(request) {
    cursors = [];
    const { pathname, searchParams } = new URL(request.url);
    const isAlarm = pathname === '${ALARM}';
    const response = isAlarm ? await this.rung(Number(searchParams.get('days'))) : await super.fetch(request);
    if (response.webSocket !== null) return response;
    const sum = (name) => cursors.reduce((all, cursor) => all + cursor[name], 0);
    const answer = new Response(response.body, response);
    answer.headers.set('${HEADER}', JSON.stringify({ rowsRead: sum('rowsRead'), rowsWritten: sum('rowsWritten') }));
    return answer;
  }
  async rung(days) {
    const now = Date.now;
    Date.now = () => now() + days * 86_400_000;
    try {
      await super.alarm();
    } finally {
      Date.now = now;
    }
    return new Response('rung');
  }
}
export default service;
`;

export interface CountedCommune {
  readonly commune: ServedCommune;
  /** What a request costs; throws where it is not answered as expected. */
  cost(email: string, path: string, request?: RequestInit): Promise<Cost & { readonly tag: string | null }>;
  /** What the work of a night costs, so many days from now. */
  night(days: number): Promise<Cost>;
}

export async function openCounted(): Promise<CountedCommune> {
  const commune = await serveCommune({ wrapper: WRAPPER });
  const cost: CountedCommune['cost'] = async (email, path, request = {}) => {
    const headers = new Headers(request.headers);
    headers.set('Authorization', `Bearer ${await commune.token(email)}`);
    const response = await fetch(`${commune.origin()}${path}`, { ...request, headers });
    const text = await response.text();
    if (response.status >= 400) throw new Error(`${path}: ${response.status} ${text}`);
    const counted: Cost = JSON.parse(response.headers.get(HEADER) ?? '');
    return { ...counted, tag: response.headers.get('ETag') };
  };
  return { commune, cost, night: (days) => cost('admin@demo.test', `${ALARM}?days=${days}`) };
}
