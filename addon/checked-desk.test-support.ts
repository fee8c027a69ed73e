/** For tests: a desk where everything that the self-check tries can be tried, and the tab that it writes, read by ids. */
import { CLERK, type Desk, openDesk } from './built-addon.test-support.ts';
import { compileInNode } from './desk/server/node-host.ts';
import type { CellValue } from './desk/stand-in/model/types.ts';
import type { FetchAnswer, FetchRequest, ScriptPorts } from './desk/stand-in/ports.ts';
import type { WorkbookModel } from './desk/stand-in/workbook-model.ts';
import { type Distortions, distorted } from './distorted-services.test-support.ts';
import type { FindingKind } from './server/self-check/check.ts';
import { CHECK_WORDS, STEP_WORDS, TAB_WORDS } from './server/self-check/words.ts';

export const TAB = TAB_WORDS.name;
const AUDIENCE = '1234-abc.apps.googleusercontent.com';

/** How this desk differs from one that is all that the add-in assumes. */
export interface Otherwise {
  readonly services?: Distortions;
  readonly ports?: Partial<ScriptPorts>;
  readonly model?: WorkbookModel;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly answer?: (request: FetchRequest) => FetchAnswer | null;
  /** What the script's clock says at its n-th look; by itself a millisecond every hundred looks. */
  readonly clock?: (now: number, look: number) => number;
  /** Milliseconds that the clock moves with each service call. */
  readonly callMs?: number;
  /** Formulas are computed after the run alone, as the desk's grid does. */
  readonly uncomputed?: true;
}

/** Not set up yet; its clock goes on by itself, some milliseconds a service call. */
export function checkedDesk(files: Record<string, string>, otherwise: Otherwise = {}): Desk {
  let looks = 0;
  const clock = otherwise.clock ?? ((now: number, look: number) => now + Math.floor(look / 100));
  const compile: ScriptPorts['compile'] = (source) => {
    const compiled = compileInNode(source);
    return (globals, world) =>
      compiled(distorted(globals, otherwise.services ?? {}), { ...world, now: () => clock(desk.clock.now, ++looks) });
  };
  const desk = openDesk(files, {
    ...(otherwise.model === undefined ? {} : { model: otherwise.model }),
    ports: {
      compile,
      fetch: (request) => otherwise.answer?.(request) ?? workerAnswer(request, desk.clock.now),
      identityToken: (email) => tokenOf(email, desk.clock.now, otherwise.claims ?? {}),
      beforeCall: () => {
        desk.clock.now += otherwise.callMs ?? 3;
      },
      ...otherwise.ports,
    },
  });
  if (!otherwise.uncomputed) computeAtOnce(desk.model);
  return desk;
}

/** A token that nobody signed; its middle part is what a leak would show. */
export function tokenOf(email: string, now: number, claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const said = {
    iss: 'https://accounts.google.com',
    aud: AUDIENCE,
    azp: AUDIENCE,
    email,
    email_verified: true,
    exp: Math.floor(now / 1000) + 3600,
    ...claims,
  };
  return `${part({ alg: 'RS256', kid: 'test' })}.${part(said)}.c2lnbmF0dXJl`;
}

/** As the Worker answers whoever brings no token. */
function workerAnswer({ url }: FetchRequest, now: number): FetchAnswer {
  const date = new Date(now).toUTCString();
  const { pathname } = new URL(url);
  const json = (status: number, body: unknown): FetchAnswer => ({
    kind: 'response',
    status,
    headers: { 'content-type': 'application/json', date },
    body: JSON.stringify(body),
  });
  if (pathname === '/healthz') return json(200, { ok: true });
  if (pathname !== '/') return json(404, { code: 'not-found' });
  return { kind: 'response', status: 302, headers: { location: '/sign-in', date }, body: '' };
}

/** The few formulas of the self-check, as a grid computes them that is part of the host. */
function computeAtOnce(model: WorkbookModel): void {
  const results: Readonly<Record<string, CellValue>> = { '=SUM(1,2)': 3, '=1/0': '#DIV/0!', '=1+1': 2 };
  model.onChange((change) => {
    if (change.kind !== 'cells' || change.origin !== 'script') return;
    const known = model.pendingFormulas().filter(({ formula }) => formula in results);
    if (known.length > 0) {
      model.setFormulaResults(known.map(({ formula, ...at }) => ({ ...at, value: results[formula] ?? null })));
    }
  });
}

export interface ResultRow {
  readonly kind: FindingKind | 'to-do';
  readonly seen: string;
  readonly row: number;
}

/** Runs the self-check from the menu; the results and steps of its tab by their ids. */
export function selfCheck(desk: Desk): Readonly<Record<string, ResultRow>> {
  desk.menu('menuSelfCheck');
  return resultsIn(desk);
}

export function resultsIn(desk: Desk, tab: string = TAB): Readonly<Record<string, ResultRow>> {
  const ids = new Map(
    Object.entries({ ...CHECK_WORDS, ...STEP_WORDS }).map(([id, [assumed]]): [string, string] => [assumed, id]),
  );
  const rows = textsIn(desk, tab).flatMap(([assumed = '', result = '', seen = ''], index): [string, ResultRow][] => {
    const id = ids.get(assumed);
    return id === undefined ? [] : [[id, { kind: kindOf(result), seen, row: index + 1 }]];
  });
  if (new Set(rows.map(([id]) => id)).size !== rows.length) throw new Error('a result stands there twice');
  return Object.fromEntries(rows);
}

export function textsIn(desk: Desk, tab: string = TAB): string[][] {
  const sheet = desk.model.sheetByName(tab);
  if (sheet === null) throw new Error(`no tab ${tab}: ${desk.toasts.join(' | ')}`);
  const area = { row: 1, column: 1, rows: sheet.grid.length, columns: 6 };
  return desk.model
    .read(sheet.id, area)
    .map((cells) => cells.map(({ value }) => (value === null ? '' : String(value))));
}

function kindOf(result: string): ResultRow['kind'] {
  const [kind] = (['holds', 'differs', 'untried'] as const).filter((one) => TAB_WORDS.kinds[one] === result);
  if (kind === undefined && result !== TAB_WORDS.toDo) throw new Error(`no result: ${result}`);
  return kind ?? 'to-do';
}

/** What the self-check must leave as it was: all but its own tab, with what is anchored there, and that tab's property. */
export function leftAlone(desk: Desk) {
  const own = desk.model.sheetByName(TAB)?.id;
  const { nextId, version, styles, rules, ...json } = desk.model.toJSON();
  const { 'self-check.tab': _, ...documentProperties } = json.script.documentProperties;
  return {
    ...json,
    sheets: json.sheets.filter((sheet) => sheet.id !== own),
    metadata: json.metadata.filter(({ location }) => location.type === 'SPREADSHEET' || location.sheetId !== own),
    protections: json.protections.filter((entry) => entry.sheetId !== own),
    script: { ...json.script, documentProperties },
    selection: desk.model.selection(CLERK.email),
  };
}
