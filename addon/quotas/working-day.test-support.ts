/**
 * One workbook's day on a virtual clock: the built script in the stand-in; beside it the sidebar's own pulse, writer, jumper and store; edits
 * that fire triggers; the clock's trigger all day and night; the commune's figures changing. What is used is what the host has counted.
 */
import { vi } from 'vitest';
import type { Period } from '../../shared/periods.ts';
import { compilePlan, inputsOf } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { cellAt, resultOf } from '../built-addon.test-support.ts';
import { nodePorts } from '../desk/server/node-host.ts';
import { createScriptHost, type RunOutcome } from '../desk/stand-in/host.ts';
import { personAt } from '../desk/stand-in/person.ts';
import type { ScriptUser, ServiceCall } from '../desk/stand-in/ports.ts';
import { createWorkbook } from '../desk/stand-in/workbook-model.ts';
import { compileInWorker } from '../desk/stand-in/worker-evaluate.ts';
import { ScriptedWorker } from '../scripted-worker.test-support.ts';
import { createJumper } from '../sidebar/jumping.ts';
import { createPulse } from '../sidebar/pulse.ts';
import type { Ask } from '../sidebar/script.ts';
import { createStore, type Store } from '../sidebar/store.ts';
import { createWriter, type Writer } from '../sidebar/writing.ts';
import { MORNING, type Occasion, type Typed } from './clerk.test-support.ts';
import { communeSummary } from './commune.test-support.ts';
import { serviceTimes } from './service-times.test-support.ts';

/** Who has set the workbook up: its triggers run as this account. */
const CREATOR: ScriptUser = { email: 'van-phong@demo.test' };
/** Who types. */
const OWNER: ScriptUser = { email: 'can-bo@demo.test' };

export interface Usage {
  readonly fetches: number;
  /** Readings, and keys written. */
  readonly properties: number;
  /** Of installed triggers, and of simple ones. */
  readonly triggerMs: number;
  readonly simpleMs: number;
  readonly cacheCalls: number;
}

export interface Day {
  readonly owner: Usage;
  readonly creator: Usage;
  readonly pulses: number;
  readonly sent: number;
  /** By input: what was typed last, and what the Worker has in the end. */
  readonly typed: Readonly<Record<string, number>>;
  readonly stored: unknown;
  /** The longest run, milliseconds, and the most that ran at once. */
  readonly longestMs: number;
  readonly atOnce: number;
}

const UNIT = 'muong-bang';
const PERIOD: Period = '2026-Q3';
const REPORT = `/api/reports/${UNIT}/${PERIOD}`;
const HEADING = '9 tháng';
/** Between the browser and a run, to and fro. */
const TRANSPORT_MS = 300;
/** From a stored report to the commune's new figures in the sidebar. */
const LIVE_MS = 1_200;
/** All of the day's clock triggers, those of the evening and the night too. */
const DAY_MS = 24 * 3_600_000 - 5_000;
const plan = compilePlan(chiengMung());
const INPUTS = inputsOf(plan, UNIT).filter(({ kind, partOf }) => kind !== 'flag' && partOf === undefined);

/** What people do; nothing: nobody is there. */
export interface Doings {
  readonly typed: readonly Typed[];
  readonly sidebar: readonly (readonly [number, number])[];
  readonly occasions: readonly { readonly at: number; readonly does: Occasion }[];
}

/** Lives the day, and for its time has the clock, the timers and the dice of everybody. */
export async function workingDay(
  files: Record<string, string>,
  { typed, sidebar, occasions }: Doings,
  dice: () => number,
): Promise<Day> {
  vi.useFakeTimers({ now: MORNING - 1_000, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  vi.spyOn(Math, 'random').mockImplementation(dice);
  try {
    const workbook = new LivingWorkbook(files);
    typed.forEach((one, index) => {
      at(one.at, () => workbook.type(one.into, index));
    });
    for (const [from, to] of sidebar) {
      at(from, () => void workbook.openSidebar());
      at(to, () => workbook.closeSidebar());
    }
    for (const { at: when, does } of occasions) at(when, () => workbook.does(does));
    for (let hour = 0; hour < 24; hour++) at((hour + 0.4) * 3_600_000, () => workbook.clock());
    await vi.advanceTimersByTimeAsync(DAY_MS);
    return workbook.used();
  } finally {
    vi.mocked(Math.random).mockRestore();
    vi.useRealTimers();
  }
}

function at(ms: number, act: () => void): void {
  setTimeout(act, MORNING + ms - Date.now());
}

class LivingWorkbook {
  readonly worker = new ScriptedWorker();
  readonly model = createWorkbook({
    id: 'book',
    name: 'Số liệu minh họa',
    owner: OWNER.email,
    editors: [CREATOR.email],
    sheets: [{ name: 'Trang tính1' }],
  });
  readonly #host: ReturnType<typeof createScriptHost>;
  readonly #person = personAt(this.model, { email: OWNER.email, now: () => Date.now() });
  readonly #cacheCalls = new Map<string, number>();
  readonly #simpleMs = new Map<string, number>();
  readonly #values: Record<string, number> = {};
  readonly #running: { until: number }[] = [];
  #sidebar: { store: Store; writer: Writer; jump: ReturnType<typeof createJumper> } | null = null;
  #opened = 0;
  #pulses = 0;
  #longestMs = 0;
  #atOnce = 0;

  constructor(files: Record<string, string>) {
    const times = serviceTimes();
    const ports = nodePorts({
      // The realm is the test's own, whose clock is the day's.
      compile: compileInWorker,
      now: () => Date.now(),
      fetch: this.worker.fetch,
      identityToken: tokenOf,
      latency: times,
      beforeCall: (call) => this.#count(call),
    });
    this.#host = createScriptHost({ model: this.model, bundleSource: files.code ?? '', files, ports });
    resultOf(this.#host.run('sidebarSetUp', [{ unit: UNIT }], { user: CREATOR, via: 'sidebar' }));
    this.#tellCommune();
  }

  async openSidebar(): Promise<void> {
    this.#opened++;
    const store = createStore(plan, new Date());
    const ask = this.#askOf(this.#opened);
    this.#host.open(OWNER);
    const opening = await ask('sidebarOpen');
    if (!opening.ok) throw new Error('The sidebar did not open');
    store.dispatch({ type: 'opened', opening: opening.answer, start: null, at: store.stamp() });
    this.#sidebar = { store, writer: createWriter(store, ask), jump: createJumper(store, ask) };
    createPulse(store, ask, () => false).start();
  }

  closeSidebar(): void {
    this.#sidebar = null;
    this.#opened++;
  }

  /** Each value is another one than the cell has; after it the cursor goes on, as Enter does. */
  type(into: Typed['into'], index: number): void {
    const input = INPUTS[index % INPUTS.length];
    const next = INPUTS[(index + 1) % INPUTS.length];
    if (input === undefined || next === undefined) throw new Error('no inputs');
    const value = 10 + index;
    this.#values[input.id] = value;
    if (into === 'field' && this.#sidebar !== null) {
      this.#sidebar.writer.commit({ period: PERIOD, input: input.id }, value);
      this.#sidebar.jump({ period: PERIOD, input: next.id });
      return;
    }
    const { sheetId, row, column } = this.#cellOf(input);
    const typed = this.#person.edit(sheetId, { row, column }, String(value));
    if (!typed.ok || typed.edit === null) throw new Error(`${input.id} did not take ${value}`);
    this.#ran(this.#host.fireEdit(typed.edit, OWNER).runs);
    const below = this.#cellOf(next);
    this.#person.select(sheetId, { row: below.row, column: below.column, rows: 1, columns: 1 });
  }

  does(occasion: Occasion): void {
    const { sidebar, menu } = occasion;
    if (menu !== undefined) this.#ran([this.#host.run(menu, [], { user: OWNER, via: 'menu' })]);
    if (sidebar !== undefined) {
      this.#ran([this.#host.run(sidebar.name, [{ period: PERIOD, ...sidebar.with }], { user: OWNER, via: 'sidebar' })]);
    }
  }

  clock(): void {
    this.#ran(this.#host.fireClock(Date.now()));
  }

  used(): Day {
    const of = ({ email }: ScriptUser): Usage => {
      const { urlFetch, properties, triggerMs } = this.#host.quotas(email);
      const simpleMs = this.#simpleMs.get(email) ?? 0;
      return { fetches: urlFetch, properties, triggerMs, simpleMs, cacheCalls: this.#cacheCalls.get(email) ?? 0 };
    };
    return {
      owner: of(OWNER),
      creator: of(CREATOR),
      pulses: this.#pulses,
      sent: this.worker.puts.length,
      typed: this.#values,
      stored: this.worker.reports.get(REPORT)?.values ?? {},
      longestMs: this.#longestMs,
      atOnce: this.#atOnce,
    };
  }

  /** A closed sidebar hears no answers. */
  #askOf(opened: number): Ask {
    return (name, ...args) =>
      new Promise((resolve) => {
        if (this.#opened !== opened) return;
        if (name === 'sidebarPulse' || name === 'sidebarGlance') this.#pulses++;
        const outcome = this.#host.run(name, args, { user: OWNER, via: 'sidebar' });
        this.#ran([outcome]);
        const answer = resultOf(outcome) as never;
        setTimeout(() => {
          if (this.#opened === opened) resolve({ ok: true, answer });
        }, outcome.elapsedMs + TRANSPORT_MS);
      });
  }

  #ran(outcomes: readonly RunOutcome[]): void {
    const now = Date.now();
    for (const outcome of outcomes) {
      resultOf(outcome);
      if (outcome.functionName === 'onEdit') add(this.#simpleMs, outcome.user, outcome.elapsedMs);
      this.#longestMs = Math.max(this.#longestMs, outcome.elapsedMs);
      this.#running.push({ until: now + outcome.elapsedMs });
    }
    const under = this.#running.filter(({ until }) => until > now);
    this.#running.splice(0, this.#running.length, ...under);
    this.#atOnce = Math.max(this.#atOnce, under.length);
    setTimeout(() => this.#tellCommune(), LIVE_MS);
  }

  #count({ service, user }: ServiceCall): void {
    if (service === 'Cache') add(this.#cacheCalls, user, 1);
  }

  /** The Worker has figures for everybody, and tells the sidebar that has a socket. */
  #tellCommune(): void {
    const report = this.worker.reports.get(REPORT);
    const summary = communeSummary(plan, UNIT, PERIOD, report, this.worker.entries);
    this.worker.summary = summary;
    this.#sidebar?.store.dispatch({ type: 'summary', summary });
  }

  #cellOf(input: InputDefinition) {
    return cellAt(this.model, '2026', input.label, HEADING);
  }
}

function add(sums: Map<string, number>, user: string, amount: number): void {
  sums.set(user, (sums.get(user) ?? 0) + amount);
}

function tokenOf(email: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part({ email, exp: Math.floor(Date.now() / 1000) + 3600 })}.c2ln`;
}
