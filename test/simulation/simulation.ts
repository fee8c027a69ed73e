/**
 * A commune in one thread of time: the sheets of its units, the people at them, the network, the Worker and its storage, on a clock
 * of its own. The same choices give the same run.
 */
import type { WorkbookJson } from '../../addon/desk/stand-in/model/json.ts';
import { seededRandom } from '../../addon/desk/stand-in/random.ts';
import { copyWorkbook, createWorkbook, WorkbookModel } from '../../addon/desk/stand-in/workbook-model.ts';
import { compilePlan, type Plan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import { ISSUER, Issuer, VIEW_CLIENT } from './issuer.ts';
import type { Crash, SimulatedAnswer } from './ledger/messages.ts';
import type { LedgerThread, Runtime } from './ledger/thread.ts';
import { FATES, type Fate, Network } from './network.ts';
import { audienceOf, clerksOf, Office, type Surroundings } from './office.ts';
import { settleMicrotasks, Timers } from './timers.ts';

/** The Worker's address, as it is built into the add-in. */
export const ORIGIN = 'https://commune.test';
export const ADMIN = 'admin@demo.test';
export const REVIEWER = 'reviewer@demo.test';
/** The morning on which a simulation begins: the third quarter of 2026 is over, and its reports are due. */
const BEGINNING = Date.UTC(2026, 9, 1, 1);

/** How likely each fate of a request is besides `pass`, by the weather on the line; the rest passes. */
const WEATHER = { fine: 0, poor: 0.35, down: 1 } as const;
export type Weather = keyof typeof WEATHER;
const TROUBLES = FATES.filter((fate) => fate !== 'pass');

/** What simulations share: built parts, and each unit's workbook as the add-in sets it up. */
export interface Parts {
  readonly files: Readonly<Record<string, string>>;
  readonly ledger: LedgerThread;
  /** What the Worker runs in. In workerd, nothing that its object has in memory outlives a step. */
  readonly runtime: Runtime;
  readonly books: Readonly<Record<string, WorkbookJson>>;
}

export const plan: Plan = compilePlan(chiengMung());
let founded = 0;

export class Simulation {
  readonly network: Network;
  readonly offices = new Map<string, Office>();
  /** Of copied workbooks: they must not send anything. */
  readonly copies: Office[] = [];
  weather: Weather = 'fine';
  /** What the next request does to the object that serves it. */
  crash: Crash | null = null;
  readonly #parts: Parts;
  readonly #issuer = new Issuer();
  readonly #timers = new Timers(() => this.#now);
  #now = BEGINNING;
  #chance = seededRandom(0);

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.network = new Network(
      (request) => {
        const { crash } = this;
        this.crash = null;
        return parts.ledger.request(this.#now, request, crash);
      },
      () => this.#now,
    );
  }

  /** A commune whose people are members and whose workbooks are registered; nothing is reported yet. */
  static found(parts: Parts): Simulation {
    const simulation = new Simulation(parts);
    founded += 1;
    parts.ledger.keys(simulation.#issuer.openKeys);
    parts.ledger.found(simulation.#now, {
      PUBLIC_ORIGIN: ORIGIN,
      // Another address each time: the Worker remembers by it when it last asked for keys.
      ISSUERS: JSON.stringify([{ issuer: ISSUER, browserClientId: VIEW_CLIENT, jwks: `${ISSUER}/jwks?${founded}` }]),
      FIRST_ADMIN: ADMIN,
    });
    simulation.ask(ADMIN, 'PUT', `/api/members/${REVIEWER}`, { role: 'reviewer' });
    for (const { id } of plan.units) {
      for (const { email } of clerksOf(id))
        simulation.ask(ADMIN, 'PUT', `/api/members/${email}`, { role: 'reporter', units: [id] });
      simulation.ask(ADMIN, 'PUT', `/api/audiences/${audienceOf(id)}`, { unit: id });
    }
    return simulation;
  }

  get now(): number {
    return this.#now;
  }

  get ledger(): LedgerThread {
    return this.#parts.ledger;
  }

  /** 0 to below 1; what it gives depends on the step alone. */
  chance(): number {
    return this.#chance();
  }

  /** One step, whose chance is its own; afterwards nothing waits but for time or for the script. */
  async step(salt: number, does: () => void): Promise<void> {
    this.#chance = seededRandom(salt);
    this.#timers.install();
    try {
      does();
      await settleMicrotasks();
    } finally {
      this.#timers.uninstall();
    }
  }

  pass(ms: number): void {
    this.#now += ms;
  }

  /** Time passes: timers of sidebars, triggers of scripts and the object's alarm that are due by then. */
  wait(ms: number): void {
    this.pass(ms);
    this.#timers.ring();
    for (const office of [...this.offices.values(), ...this.copies]) office.ran(() => office.host.fireClock(this.#now));
    this.ledger.ring(this.#now);
  }

  office(unit: string): Office {
    const known = this.offices.get(unit);
    if (known !== undefined) return known;
    const json = this.#parts.books[unit];
    if (json === undefined) throw new Error(`no workbook of ${unit}`);
    const office = new Office(unit, WorkbookModel.fromJSON(json), this.#around());
    this.offices.set(unit, office);
    return office;
  }

  /** Somebody copies a workbook; whether its properties come along is Google's affair. */
  copy(unit: string): void {
    const id = `copy-${this.copies.length + 1}-of-${unit}`;
    const model = copyWorkbook(this.office(unit).model, { id, properties: this.chance() < 0.5 });
    this.copies.push(new Office(unit, model, this.#around()));
  }

  rotateKeys(): void {
    this.#issuer.rotate();
    this.ledger.keys(this.#issuer.openKeys);
  }

  issuerIsThere(there: boolean): void {
    this.ledger.keys(there ? this.#issuer.openKeys : null);
  }

  /** A request of the view, past the network. */
  ask(
    email: string,
    method: string,
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): SimulatedAnswer {
    const content = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const answer = this.ledger.request(this.#now, {
      method,
      url: ORIGIN + path,
      headers: { Authorization: `Bearer ${this.#issuer.token(email, VIEW_CLIENT, this.#now)}`, ...content, ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    });
    this.network.judge(`${method} ${path}`, answer);
    return answer;
  }

  #around(): Surroundings {
    return {
      plan,
      files: this.#parts.files,
      now: () => this.#now,
      pass: (ms) => this.pass(ms),
      chance: () => this.chance(),
      fetch: (request) => this.network.send(request, this.#fate()),
      token: (email, audience) => this.#issuer.token(email, audience, this.#now),
    };
  }

  #fate(): Fate {
    if (this.weather === 'down') return 'lost';
    if (this.chance() >= WEATHER[this.weather]) return 'pass';
    return TROUBLES[Math.floor(this.chance() * TROUBLES.length)] ?? 'pass';
  }
}

/** Each unit's workbook as the add-in sets it up, before anything is typed. */
export function setUpBooks(
  files: Readonly<Record<string, string>>,
  ledger: LedgerThread,
): Record<string, WorkbookJson> {
  const simulation = Simulation.found({
    files,
    ledger,
    runtime: 'node',
    books: Object.fromEntries(plan.units.map(({ id }) => [id, emptyBook(id)])),
  });
  return Object.fromEntries(
    plan.units.map(({ id }) => {
      const office = simulation.office(id);
      const [run] = office.ran(() => [
        office.host.run('sidebarSetUp', [{ unit: id, sample: true }], { user: office.clerks[0], via: 'sidebar' }),
      ]);
      if (run?.ok !== true) throw new Error(`${id} was not set up: ${run?.error.message}`);
      return [id, office.model.toJSON()];
    }),
  );
}

function emptyBook(unit: string): WorkbookJson {
  const [owner, editor] = clerksOf(unit);
  const model = createWorkbook({
    id: `book-${unit}`,
    name: unit,
    owner: owner.email,
    editors: [editor.email],
    sheets: [{ name: 'Trang tính1' }],
  });
  return model.toJSON();
}
