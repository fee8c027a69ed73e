/** Everything that is to be in the ledger, as somebody who may would ask for it. */
import {
  ADMIN,
  type Ask,
  askAs,
  FIRST,
  fullValues,
  on,
  PERIOD,
  REPORTER,
  REVIEWER,
  reportBody,
  send,
} from './client.ts';

const REPORT = `/api/reports/muong-bang/${PERIOD}`;
const SUBMISSION = { state: 'submitted', values: fullValues() };
const submit = () => send(SUBMISSION);

export interface Act {
  /** The route that it tries. */
  readonly route: string;
  readonly who: string;
  readonly path: string;
  readonly request: Ask;
  readonly given?: () => Promise<Response>;
  /** A statement of its own that is to fail instead of the ledger's. */
  readonly table: string;
  /** A page's form: what it cannot do is answered as a page. */
  readonly page?: true;
}

const ask = (method: string, body?: unknown): Ask => (body === undefined ? { method } : { method, body });
const fill = (fields: Readonly<Record<string, string>>): Ask => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: String(new URLSearchParams(fields)),
});
const lock = () => askAs(ADMIN, `/api/periods/${PERIOD}/lock`, ask('POST'));
const register = () => askAs(ADMIN, '/api/audiences/addin', ask('PUT', { unit: 'muong-bang' }));

export const ACTS: readonly Act[] = [
  {
    route: 'PUT /api/reports/:unit/:period',
    who: REPORTER,
    path: REPORT,
    request: { ...ask('PUT', reportBody()), headers: FIRST },
    table: 'INSERT ON revisions',
  },
  {
    route: 'POST /api/reports/:unit/:period/return',
    who: REVIEWER,
    path: `${REPORT}/return`,
    request: { ...ask('POST', { reason: 'Thiếu số liệu' }), headers: on(1) },
    given: submit,
    table: 'INSERT ON revisions',
  },
  {
    route: 'POST /api/reports/:unit/:period/accept',
    who: REVIEWER,
    path: `${REPORT}/accept`,
    request: ask('POST'),
    given: submit,
    table: 'INSERT ON revisions',
  },
  {
    route: 'POST /units/:unit/:period/return',
    who: REVIEWER,
    path: `/units/muong-bang/${PERIOD}/return`,
    request: fill({ revision: '1', reason: 'Thiếu số liệu' }),
    given: submit,
    table: 'INSERT ON revisions',
    page: true,
  },
  {
    route: 'POST /units/:unit/:period/accept',
    who: REVIEWER,
    path: `/units/muong-bang/${PERIOD}/accept`,
    request: fill({ revision: '1' }),
    given: submit,
    table: 'INSERT ON revisions',
    page: true,
  },
  {
    route: 'POST /api/periods/:period/lock',
    who: REVIEWER,
    path: `/api/periods/${PERIOD}/lock`,
    request: ask('POST'),
    table: 'INSERT ON locks',
  },
  {
    route: 'POST /api/periods/:period/unlock',
    who: ADMIN,
    path: `/api/periods/${PERIOD}/unlock`,
    request: ask('POST', { reason: 'Sửa số liệu' }),
    given: lock,
    table: 'INSERT ON locks',
  },
  {
    route: 'POST /periods/:period/lock',
    who: REVIEWER,
    path: `/periods/${PERIOD}/lock`,
    request: fill({ reason: '' }),
    table: 'INSERT ON locks',
    page: true,
  },
  {
    route: 'POST /periods/:period/unlock',
    who: ADMIN,
    path: `/periods/${PERIOD}/unlock`,
    request: fill({ reason: 'Sửa số liệu' }),
    given: lock,
    table: 'INSERT ON locks',
    page: true,
  },
  {
    route: 'PUT /api/members/:email',
    who: ADMIN,
    path: '/api/members/moi@demo.test',
    request: ask('PUT', { role: 'viewer' }),
    table: 'INSERT ON members',
  },
  {
    route: 'DELETE /api/members/:email',
    who: ADMIN,
    path: `/api/members/${REVIEWER}`,
    request: ask('DELETE'),
    table: 'DELETE ON members',
  },
  {
    route: 'DELETE /api/units/:unit/sheet',
    who: ADMIN,
    path: '/api/units/muong-bang/sheet',
    request: ask('DELETE'),
    given: send,
    table: 'DELETE ON sheets',
  },
  {
    route: 'PUT /api/audiences/:audience',
    who: ADMIN,
    path: '/api/audiences/addin',
    request: ask('PUT', { unit: 'muong-bang' }),
    table: 'INSERT ON audiences',
  },
  {
    route: 'DELETE /api/audiences/:audience',
    who: ADMIN,
    path: '/api/audiences/addin',
    request: ask('DELETE'),
    given: register,
    table: 'DELETE ON audiences',
  },
  {
    route: 'POST /admin/members',
    who: ADMIN,
    path: '/admin/members',
    request: fill({ email: 'moi@demo.test', role: 'viewer', name: '' }),
    table: 'INSERT ON members',
    page: true,
  },
  {
    route: 'POST /admin/members/remove',
    who: ADMIN,
    path: '/admin/members/remove',
    request: fill({ email: REVIEWER }),
    table: 'DELETE ON members',
    page: true,
  },
  {
    route: 'POST /admin/audiences',
    who: ADMIN,
    path: '/admin/audiences',
    request: fill({ audience: 'addin', unit: 'muong-bang' }),
    table: 'INSERT ON audiences',
    page: true,
  },
  {
    route: 'POST /admin/audiences/remove',
    who: ADMIN,
    path: '/admin/audiences/remove',
    request: fill({ audience: 'addin' }),
    given: register,
    table: 'DELETE ON audiences',
    page: true,
  },
  {
    route: 'POST /admin/sheets/release',
    who: ADMIN,
    path: '/admin/sheets/release',
    request: fill({ unit: 'muong-bang' }),
    given: send,
    table: 'DELETE ON sheets',
    page: true,
  },
  {
    route: 'POST /admin/paper',
    who: ADMIN,
    path: '/admin/paper',
    request: fill({ kind: 'party', parent: '', body: 'ĐẢNG ỦY XÃ', place: 'Xã', signer: 'BÍ THƯ' }),
    table: 'INSERT ON settings',
    page: true,
  },
];
