/** What more communes cost: each an object of its own in one process, founded, told a report, and asked for its summary. */
import { DESKS, type Desk } from '../../addon/desk/server/people.ts';
import { FIRST_ADMIN } from '../../scripts/run/workerd.ts';
import { type ServedCommune, serveCommune } from '../../test/service/commune.ts';
import { type HttpConnection, openConnection, requestText } from '../../test/service/http-connection.ts';
import { wholeReport } from '../../test/service/reporting.ts';
import { spreadOf } from '../results.ts';

/** All of Vietnam's are 3,321. */
export const COMMUNES = [10, 100, 1000, 3321] as const;
const AT_ONCE = 8;

/** Serves as many communes as are named by the header, each in an object of that name. */
const WRAPPER = `import service, { Commune } from './service.js';
export { Commune };
const environments = new Map();
function environmentOf(env, name) {
  const known = environments.get(name);
  if (known !== undefined) return known;
  const COMMUNE = {
    idFromName: () => env.COMMUNE.idFromName(name),
    get: (id, options) => env.COMMUNE.get(id, options),
  };
  const made = { ...env, COMMUNE };
  environments.set(name, made);
  return made;
}
export default {
  fetch: (request, env) => service.fetch(request, environmentOf(env, request.headers.get('X-Commune') ?? 'one')),
};
`;

export interface CommunesCost {
  readonly communes: number;
  /** Milliseconds that one more took on the way there, with so many others beside it: the median. */
  readonly milliseconds: number;
  /** Resident bytes then, beyond those of a process without communes. */
  readonly memory: number;
}

export async function manyCommunes(): Promise<CommunesCost[]> {
  const commune = await serveCommune({ people: false, wrapper: WRAPPER });
  try {
    const tokens = { admin: await commune.token(FIRST_ADMIN), reporter: await commune.token(firstDesk().email) };
    const connections = await Promise.all(Array.from({ length: AT_ONCE }, () => openConnection(portOf(commune))));
    // The first one compiles, and is not counted.
    for (const [place, connection] of connections.entries()) await live(connection, `before-${place}`, tokens);
    const { now: base } = commune.workerd().memory();
    const costs: CommunesCost[] = [];
    let next = 1;
    for (const communes of COMMUNES) {
      const times: number[] = [];
      await Promise.all(
        connections.map(async (connection) => {
          while (next <= communes) {
            const started = performance.now();
            await live(connection, `commune-${next++}`, tokens);
            times.push(performance.now() - started);
          }
        }),
      );
      const memory = commune.workerd().memory().now - base;
      costs.push({ communes, milliseconds: spreadOf(times).median, memory });
    }
    return costs;
  } finally {
    await commune.close();
  }
}

function firstDesk(): Desk {
  const [first] = DESKS;
  if (first === undefined) throw new Error('no unit reports');
  return first;
}

const portOf = (commune: ServedCommune) => commune.workerd().port;

async function live(
  connection: HttpConnection,
  name: string,
  tokens: { readonly admin: string; readonly reporter: string },
): Promise<void> {
  const { unit, email, book } = firstDesk();
  const ask = async (token: string, method: string, path: string, body = '', more: Record<string, string> = {}) => {
    const headers = { Authorization: `Bearer ${token}`, 'X-Commune': name, ...more };
    const answer = await connection.send(requestText(method, path, headers, body));
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
  };
  await ask(tokens.admin, 'PUT', `/api/members/${email}`, JSON.stringify({ role: 'reporter', units: [unit] }));
  const report = wholeReport(unit, book, 1);
  await ask(tokens.reporter, 'PUT', `/api/reports/${unit}/2026-Q1`, report, { 'If-None-Match': '*' });
  await ask(tokens.reporter, 'GET', '/api/summary');
}
