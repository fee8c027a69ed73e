/**
 * Who may call which route, written a second time and by hand from the contract: what the service's own tables are held
 * against. A route that stands in no line here fails the tests.
 */

/** As whom somebody calls, seen from the unit in the path; for a path without one, from any unit. */
export const PEOPLE = [
  'reporter of this unit',
  'reporter of another unit',
  'reporter of both units',
  'reviewer',
  'viewer',
  'admin',
  'stranger',
  'nobody',
] as const;
export type Who = (typeof PEOPLE)[number];

/** Through what somebody calls: tokens of four audiences, or the browser's cookie. */
export const CLIENTS = [
  'browser token',
  'token of this unit’s workbook',
  'token of another unit’s workbook',
  'token of an unregistered workbook',
  'session cookie',
] as const;
export type Through = (typeof CLIENTS)[number];

const REPORTERS = ['reporter of this unit', 'reporter of another unit', 'reporter of both units'] as const;
const REVIEWERS = ['reviewer', 'admin'] as const;
const MEMBERS = [...REPORTERS, ...REVIEWERS, 'viewer'] as const;
const THIS_UNIT = ['reporter of this unit', 'reporter of both units'] as const;

const BROWSER = ['browser token', 'session cookie'] as const;
const OWN_WORKBOOK = [...BROWSER, 'token of this unit’s workbook'] as const;
const REGISTERED = [...OWN_WORKBOOK, 'token of another unit’s workbook'] as const;

export interface Line {
  /** `anyone` needs no right at all; `known` is whoever the issuer vouches for, a stranger too. */
  readonly who: readonly Who[] | 'anyone' | 'known';
  readonly through: readonly Through[];
  /** What is answered to who may: the request is harmless, so that it may well be a refusal for another reason. */
  readonly gets: readonly number[];
  /** What stands for the path's parameters. */
  readonly with?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** For people: 401 is the way to sign in, and 403 a page that says whom to ask. */
  readonly page?: true;
}

const anyone = (...gets: number[]): Line => ({ who: 'anyone', through: CLIENTS, gets });
const known = (...gets: number[]): Line => ({ who: 'known', through: REGISTERED, gets });
const reads = (who: readonly Who[], ...gets: number[]): Line => ({ who, through: REGISTERED, gets });
const acts = (who: readonly Who[], ...gets: number[]): Line => ({ who, through: BROWSER, gets });

const UPGRADE = { Upgrade: 'websocket' };
const NO_PERIOD = { period: '1999-Q1' };
const NO_MEMBER = { email: 'not-there@demo.test' };
const NO_AUDIENCE = { audience: 'not-there' };

/** By method and path, as the router has them. */
export const RIGHTS: Readonly<Record<string, Line>> = {
  'PUT /api/reports/:unit/:period': { who: THIS_UNIT, through: OWN_WORKBOOK, gets: [400] },
  'GET /api/reports/:unit/:period': reads([...THIS_UNIT, ...REVIEWERS, 'viewer'], 200),
  'GET /api/reports/:unit/:period/history': reads([...THIS_UNIT, ...REVIEWERS, 'viewer'], 200),
  'POST /api/reports/:unit/:period/return': acts(REVIEWERS, 400),
  'POST /api/reports/:unit/:period/accept': acts(REVIEWERS, 409),
  'POST /api/periods/:period/lock': { ...acts(REVIEWERS, 404), with: NO_PERIOD },
  'POST /api/periods/:period/unlock': { ...acts(['admin'], 404), with: NO_PERIOD },
  'GET /api/summary': reads(MEMBERS, 200),
  'GET /api/summary.csv': reads(MEMBERS, 200),
  'GET /api/summary.xlsx': reads(MEMBERS, 200),
  'POST /api/live/ticket': reads(MEMBERS, 200),
  'GET /api/live': { ...reads(MEMBERS, 101), headers: UPGRADE },
  'GET /api/ledger': reads(REVIEWERS, 200),
  'GET /api/ledger/verify': reads(REVIEWERS, 200),
  'GET /api/checkpoint': reads(REVIEWERS, 200),
  'GET /api/checkpoints': reads(REVIEWERS, 200),
  // Stricter than other reading: an editor of a workbook could have its script take the whole commune in an admin's name.
  'GET /api/backup': acts(['admin'], 200),
  'POST /api/restore': acts(['admin'], 400, 409, 422),
  'GET /api/members': reads(['admin'], 200),
  'PUT /api/members/:email': { ...acts(['admin'], 400), with: NO_MEMBER },
  'DELETE /api/members/:email': { ...acts(['admin'], 404), with: NO_MEMBER },
  'GET /api/units': reads(MEMBERS, 200),
  'DELETE /api/units/:unit/sheet': acts(['admin'], 204),
  'GET /api/audiences': reads(['admin'], 200),
  'PUT /api/audiences/:audience': { ...acts(['admin'], 400), with: NO_AUDIENCE },
  'DELETE /api/audiences/:audience': { ...acts(['admin'], 404), with: NO_AUDIENCE },
  'GET /api/me': known(200),
  'POST /sign-out': known(204),
  'POST /sign-out-everywhere': known(204),
  'GET /healthz': anyone(200),
  'GET /openapi.json': anyone(200),
  'GET /sign-in': anyone(200, 303),
  'GET /sign-in/start': anyone(303),
  'GET /sign-in/callback': anyone(400),
  'GET /': { ...reads(MEMBERS, 200), page: true },
  'GET /resolution': { ...reads(MEMBERS, 200), page: true },
  'GET /ledger': { ...reads(REVIEWERS, 200), page: true },
  'GET /admin': { ...acts(['admin'], 200), page: true },
  'POST /admin/members': { ...acts(['admin'], 400), page: true },
  'POST /admin/members/remove': { ...acts(['admin'], 400), page: true },
  'POST /admin/audiences': { ...acts(['admin'], 400), page: true },
  'POST /admin/audiences/remove': { ...acts(['admin'], 400), page: true },
  'POST /admin/sheets/release': { ...acts(['admin'], 400), page: true },
  'POST /admin/paper': { ...acts(['admin'], 400), page: true },
  'GET /paper': { ...reads(MEMBERS, 200), page: true },
  'GET /periods': { ...reads(MEMBERS, 303), page: true },
  'GET /periods/:period': { ...reads(MEMBERS, 200), page: true },
  'POST /periods/:period/lock': { ...acts(REVIEWERS, 404), page: true, with: NO_PERIOD },
  'POST /periods/:period/unlock': { ...acts(['admin'], 404), page: true, with: NO_PERIOD },
  'GET /targets/:number': { ...reads(MEMBERS, 200), page: true, with: { number: '1' } },
  'GET /units': { ...reads(MEMBERS, 200), page: true },
  'GET /units/:unit': { ...reads([...THIS_UNIT, ...REVIEWERS, 'viewer'], 200), page: true },
  'GET /units/:unit/:period': { ...reads([...THIS_UNIT, ...REVIEWERS, 'viewer'], 200), page: true },
  'GET /units/:unit/:period/history': { ...reads([...THIS_UNIT, ...REVIEWERS, 'viewer'], 200), page: true },
  'POST /units/:unit/:period/accept': { ...acts(REVIEWERS, 400), page: true },
  'POST /units/:unit/:period/return': { ...acts(REVIEWERS, 400), page: true },
};
