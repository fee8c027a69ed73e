/** For tests: what must be true after several people were at work at once, as sentences about what is not. */
import type { ServiceCall } from './desk/stand-in/ports.ts';
import type { OpeningState, PeriodReadings } from './rpc.ts';
import type { StoredReport } from './scripted-worker.test-support.ts';
import { ACTION_WORDS } from './server/words.ts';
import { type Scene, TOUCHED } from './several-people.test-support.ts';

const CLOSES_A_LOCK = (call: ServiceCall) => call.service === 'Lock' && call.member === 'releaseLock';
const FLUSHES = (call: ServiceCall) => call.service === 'SpreadsheetApp' && call.member === 'flush';
const WRITES_CELLS = (call: ServiceCall) => call.service === 'Range' && /^(set|clear)/.test(call.member);
const MOVES_THE_CURSOR = (call: ServiceCall) => /^(setActive|setCurrent|activate)/.test(call.member);

/** After everything has had its time: nothing lost, nothing twice, nothing stuck. */
export function troublesIn(scene: Scene): string[] {
  const opening = scene.desk.open();
  return [
    ...failedRuns(scene),
    ...lostValues(scene),
    ...unlike(scene, opening),
    ...stuck(opening),
    ...repeated(scene),
    ...wrongCalls(scene.desk.host.calls()),
  ];
}

/** What the sheet says and the Worker does not have, before anybody has looked at the periods again. */
export function notSent(scene: Scene): string[] {
  return unlike(scene, scene.desk.open());
}

function unlike(scene: Scene, { readings, syncs }: OpeningState): string[] {
  return TOUCHED.flatMap((period) => {
    const sheet = sorted(presentIn(readings[period]));
    const report = scene.reportOf(period);
    const reasons = syncs.find((one) => one.period === period)?.reasons ?? {};
    return [
      ...different(`${period}: the sheet's values and the Worker's`, sheet, sorted(report?.values)),
      ...(report === undefined ? [] : different(`${period}: reasons`, sorted(reasons), sorted(report.reasons))),
    ];
  });
}

/** What a run that nobody ended may say: that others were in its way. */
function failedRuns(scene: Scene): string[] {
  const killed = scene.killed.map(({ functionName }) => functionName);
  return scene.runs().flatMap((run) => {
    if (run.ok || killed.includes(run.functionName) || run.error.message === ACTION_WORDS.busy) return [];
    return [`${run.functionName} failed: ${run.error.message}`];
  });
}

function lostValues(scene: Scene): string[] {
  return [...scene.wanted.values()].flatMap(({ place, values }) => {
    const held = scene.desk.model.cell(place.sheetId, place.row, place.column).value;
    const allowed = scene.killed.length > 0 ? values : values.slice(-1);
    return allowed.includes(held) ? [] : [`the cell holds ${held}, wanted: ${allowed.join(' or ')}`];
  });
}

function stuck({ syncs, conflicts, ledger }: OpeningState): string[] {
  return [
    ...syncs.flatMap(({ period, waiting, trouble }) =>
      waiting || trouble !== null ? [`${period} waits: ${trouble?.message ?? 'nobody sends it'}`] : [],
    ),
    ...conflicts.map(({ period }) => `${period} is in conflict with itself`),
    ...(ledger === null ? [] : ['the ledger is said to be another one']),
  ];
}

/** Every value is entered once, so a content that comes again is an older one. */
function repeated({ desk }: Scene): string[] {
  const seen = new Set<string>();
  return desk.worker.stored.flatMap(({ path, report }) => {
    const content = JSON.stringify([path, report.state, sorted(report.values), sorted(report.reasons)]);
    if (seen.has(content)) return [`sent again as revision ${report.revision}: ${said(report)}`];
    seen.add(content);
    return [];
  });
}

function wrongCalls(calls: readonly ServiceCall[]): string[] {
  const unflushed = new Set<number>();
  return calls.flatMap((call) => {
    if (WRITES_CELLS(call)) unflushed.add(call.run);
    if (FLUSHES(call)) unflushed.delete(call.run);
    const held = call.service === 'UrlFetchApp' && call.locks.length > 0;
    const early = CLOSES_A_LOCK(call) && unflushed.has(call.run);
    return [
      ...(held ? [`${call.functionName} holds the lock while it asks the network`] : []),
      ...(early ? [`${call.functionName} lets go of the lock before it has flushed`] : []),
      ...(MOVES_THE_CURSOR(call) ? [`${call.functionName} moves somebody's cursor`] : []),
    ];
  });
}

/** What a period's cells would send. */
function presentIn(readings: PeriodReadings | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(readings ?? {}).flatMap(([input, reading]) =>
      reading.status === 'value' && reading.value !== null ? [[input, reading.value]] : [],
    ),
  );
}

function different(what: string, one: unknown, other: unknown): string[] {
  const [first, second] = [JSON.stringify(one), JSON.stringify(other)];
  return first === second ? [] : [`${what}: ${first} and ${second}`];
}

function sorted(record: object | undefined): [string, unknown][] {
  return Object.entries(record ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

function said({ state, values, reasons }: StoredReport): string {
  return JSON.stringify([state, values, reasons]);
}
