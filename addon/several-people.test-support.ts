/** For tests: several people at once in one workbook of the built add-in, and what they do there. */
import type { Period } from '../shared/periods.ts';
import { type CellPlace, CLERK, cellAt, type Desk, OTHER_CLERK, openDesk, UNIT } from './built-addon.test-support.ts';
import type { Failure } from './desk/stand-in/failures.ts';
import type { Act, RunOutcome } from './desk/stand-in/host.ts';
import { personAt } from './desk/stand-in/person.ts';
import type { ScriptUser, ServiceCall } from './desk/stand-in/ports.ts';
import { seededRandom } from './desk/stand-in/random.ts';
import type { Schedule } from './desk/stand-in/schedule.ts';
import { WorkbookModel } from './desk/stand-in/workbook-model.ts';
import type { Glance, SidebarServer } from './rpc.ts';
import type { ScriptedWorker } from './scripted-worker.test-support.ts';
import { SENDING } from './server/ration.ts';
import { outboxOf, writesOf, written } from './server/stored-outbox.ts';

/** One act, or what one person does one after the other. */
export type Line = Act | readonly Act[];
type Who = ScriptUser;

/** Far enough for every back-off and every claim to be over. */
const LATER_MS = 11 * 60_000;
const HOUR_MS = 3_600_000;
/** A period that nobody touches: who looks at it finds of others only what is remembered. */
const UNTOUCHED = '2028-Q1';

/** An input in a period, and where its cell is found. */
export interface InputPlace {
  readonly input: string;
  readonly period: Period;
  readonly tab: string;
  readonly label: string;
  readonly heading: string;
}

const inThirdQuarter = (input: string, label: string): InputPlace => ({
  input,
  label,
  period: '2026-Q3',
  tab: '2026',
  heading: '9 tháng',
});

export const FRUIT = inThirdQuarter('fruitArea', 'Diện tích cây ăn quả');
export const FRUIT_CODED = inThirdQuarter('fruitAreaCoded', 'Cây ăn quả đã cấp mã số vùng trồng');
export const HOUSEHOLDS = inThirdQuarter('households', 'Hộ gia đình');
export const COFFEE = inThirdQuarter('coffeeArea', 'Diện tích cà phê');
/** All that the baseline needs to be submitted. */
export const BASELINE: InputPlace = {
  input: 'complexCasesPreviousTerm',
  period: '2025-Q4',
  tab: 'Kỳ gốc 2025',
  label: 'Tổng vụ việc như trên của nhiệm kỳ trước',
  heading: 'Cả năm',
};
export const TOUCHED: readonly Period[] = ['2025-Q4', '2026-Q3'];

/** Where a scene begins: the workbook, the Worker, the time. */
export interface Beginning {
  readonly json: ReturnType<WorkbookModel['toJSON']>;
  readonly worker: Pick<ScriptedWorker, 'reports' | 'stored' | 'entries'>;
  readonly now: number;
  /** What the sidebars were told last, by their people. */
  readonly glances: ReadonlyMap<string, Glance>;
}

/** A workbook that is set up. Without the right to install there is no carrier. */
export function workbookSetUp(files: Record<string, string>, user: Who = CLERK): Beginning {
  const desk = openDesk(files);
  desk.call('sidebarSetUp', { unit: UNIT }, user);
  return { json: desk.model.toJSON(), worker: desk.worker, now: desk.clock.now, glances: new Map() };
}

export interface SceneOptions {
  /** Of chance inside the script and of how long calls take. */
  readonly seed: number;
  /** How many of the requests to the Worker take almost as long as the platform lets them; none by itself. */
  readonly slowShare?: number;
}

/** What a cell must hold in the end: one of these. */
interface WantedCell {
  readonly place: CellPlace;
  values: readonly unknown[];
}

export class Scene {
  readonly desk: Desk;
  readonly wanted = new Map<string, WantedCell>();
  outcomes: readonly { readonly dropped: boolean; readonly runs: readonly RunOutcome[] }[] = [];
  /** The calls before which the platform ended a run. */
  readonly killed: ServiceCall[] = [];
  readonly #glances: Map<string, Glance>;
  #kills: ((call: ServiceCall) => boolean) | null = null;

  constructor(files: Record<string, string>, { json, worker, now, glances }: Beginning, options: SceneOptions) {
    this.#glances = new Map(glances);
    const chance = seededRandom(options.seed);
    const fetchMs = () => (chance() < (options.slowShare ?? 0) ? 55_000 : 200 + chance() * 800);
    this.desk = openDesk(files, {
      model: WorkbookModel.fromJSON(json),
      ports: {
        randomBytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(chance() * 256)),
        latency: ({ service }) => Math.round(service === 'UrlFetchApp' ? fetchMs() : 5 + chance() * 60),
        failure: (call) => this.#failureOf(call),
      },
    });
    for (const [path, report] of worker.reports) this.desk.worker.reports.set(path, report);
    this.desk.worker.stored.push(...worker.stored);
    this.desk.worker.entries = worker.entries;
    this.desk.clock.now = now;
  }

  /** For scenes that go on from here. */
  soFar(): Beginning {
    const { model, worker, clock } = this.desk;
    return { json: model.toJSON(), worker, now: clock.now, glances: this.#glances };
  }

  /**
   * Plays the lines at the same time; the platform ends a run before the calls that `kills` names. The network's fate is for this
   * alone.
   */
  play(lines: readonly Line[], schedule: Schedule, kills: ((call: ServiceCall) => boolean) | null = null): void {
    this.#kills = kills;
    const { outcomes, endedAt } = this.desk.host.runTogether(lines, schedule);
    this.#kills = null;
    this.desk.worker.fates.length = 0;
    this.outcomes = outcomes;
    this.desk.clock.now = endedAt + 1;
    for (const run of this.runs()) {
      if (run.ok && hasGlance(run.value)) this.#glances.set(run.user, run.value.glance);
    }
  }

  runs(): RunOutcome[] {
    return this.outcomes.flatMap(({ runs }) => runs);
  }

  pulse(user: Who = CLERK, period: Period = '2026-Q3', refresh = false): Act {
    return sidebar('sidebarPulse', { seen: null, period, refresh }, user);
  }

  /** The quick question about the quarter that a pulse of the same person was about before. */
  glance(user: Who = CLERK): Act {
    const glance = this.#glances.get(user.email);
    if (glance === undefined) throw new Error('nothing was told yet');
    return sidebar('sidebarGlance', { seen: null, period: '2026-Q3', glance }, user);
  }

  reason({ input, period }: InputPlace, reason: string, user: Who = CLERK): Act {
    return sidebar('sidebarReason', { period, input, reason }, user);
  }

  /** Of another person's report that stands in the way, its second revision: whose value of each input counts. */
  settle(keep: Readonly<Record<string, 'mine' | 'theirs'>>, user: Who = CLERK): Act {
    return sidebar('sidebarSettle', { period: '2026-Q3', revision: 2, keep }, user);
  }

  submit(user: Who = CLERK, period: Period = BASELINE.period): Act {
    return sidebar('sidebarSubmit', { period, confirm: [] }, user);
  }

  opens(user: Who = CLERK): Act {
    return { functionName: 'sidebarOpen', user, via: 'sidebar' };
  }

  send(user: Who = CLERK): Act {
    return { functionName: 'menuSend', user, via: 'menu' };
  }

  sweep(): Act {
    return { clock: this.desk.clock.now + 2 * HOUR_MS };
  }

  /** A value entered in the sidebar. A call that is ended on the way may have written it or not. */
  commit(place: InputPlace, value: number, user: Who = CLERK): Act {
    this.#want(place).values = [...this.#want(place).values, value];
    return sidebar('sidebarCommit', { period: place.period, input: place.input, value }, user);
  }

  /** A number typed into the grid: from then on it is there, whatever is ended. */
  types(place: InputPlace, value: number, user: Who = CLERK): Act {
    const cell = this.#want(place);
    const person = personAt(this.desk.model, user);
    const does = () => {
      const outcome = person.edit(cell.place.sheetId, cell.place, String(value).replace('.', ','));
      if (!outcome.ok) throw new Error(`refused: ${outcome.message}`);
      return outcome.edit;
    };
    cell.values = [value];
    return { person: user, does };
  }

  /** A reviewer gives the report back, if there is one. */
  returned(period: Period = '2026-Q3'): Act {
    const { worker } = this.desk;
    const path = pathOf(period);
    const does = () => {
      if (worker.reports.has(path)) worker.decide(path, 'returned', 'Xem lại');
      return null;
    };
    return { person: CLERK, does };
  }

  /** Somebody who works elsewhere has sent another report. */
  sentElsewhere(values: Readonly<Record<string, number>>): void {
    const path = pathOf('2026-Q3');
    const report = this.desk.worker.reports.get(path);
    if (report === undefined) throw new Error('nothing was sent yet');
    const at = new Date(this.desk.clock.now).toISOString();
    this.desk.worker.reports.set(path, { ...report, revision: report.revision + 1, values, by: 'khac@demo.test', at });
  }

  /** As after a long morning. */
  leavesTwoSendings(): void {
    const { script } = this.desk.model;
    const outbox = outboxOf(script.documentProperties);
    const spentUntil = this.desk.clock.now + (SENDING.atOnce - 2) * SENDING.stepMs;
    const records = { '2026-Q3': { ...outbox.record('2026-Q3'), spentUntil } };
    script.documentProperties = written(outbox.snapshot, writesOf(outbox, { records }));
  }

  /** Both sidebars, long after, at a period that was not touched: what was noticed is sent. */
  lookLater(): void {
    for (const user of [OTHER_CLERK, CLERK]) {
      this.desk.clock.now += LATER_MS;
      this.desk.pulse({ period: UNTOUCHED }, user);
    }
  }

  /** The clock's trigger looks at everything. */
  sweepLater(): void {
    this.desk.clock.now += 2 * HOUR_MS;
    this.desk.host.fireClock(this.desk.clock.now);
  }

  reportOf(period: Period) {
    return this.desk.worker.reports.get(pathOf(period));
  }

  #failureOf(call: ServiceCall): Failure | null {
    if (this.#kills?.(call) !== true) return null;
    this.killed.push(call);
    return { kind: 'killed' };
  }

  #want({ tab, label, heading }: InputPlace): WantedCell {
    const place = cellAt(this.desk.model, tab, label, heading);
    const key = JSON.stringify(place);
    const known = this.wanted.get(key) ?? { place, values: [null] };
    this.wanted.set(key, known);
    return known;
  }
}

function hasGlance(answer: unknown): answer is { readonly glance: Glance } {
  return typeof answer === 'object' && answer !== null && 'glance' in answer;
}

function pathOf(period: Period): string {
  return `/api/reports/${UNIT}/${period}`;
}

function sidebar<Name extends keyof SidebarServer>(
  functionName: Name,
  request: Parameters<SidebarServer[Name]>[0],
  user: Who,
): Act {
  return { functionName, args: [request], user, via: 'sidebar' };
}
