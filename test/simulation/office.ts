/** One unit's workbook with the people who sit at it, their sidebars, and what may happen to the runs of its script. */
import { nodePorts } from '../../addon/desk/server/node-host.ts';
import { type Failure, GOOGLE_SAYS } from '../../addon/desk/stand-in/failures.ts';
import { createScriptHost, type RunOutcome, type ScriptHost } from '../../addon/desk/stand-in/host.ts';
import { personAt } from '../../addon/desk/stand-in/person.ts';
import type { FetchAnswer, FetchRequest, ScriptUser, ServiceCall } from '../../addon/desk/stand-in/ports.ts';
import type { WorkbookModel } from '../../addon/desk/stand-in/workbook-model.ts';
import type { OpeningState } from '../../addon/rpc.ts';
import type { Plan } from '../../shared/plan.ts';
import { type CallFate, Sidebar } from './sidebar.ts';

/** What the office asks of the simulation that it is part of. */
export interface Surroundings {
  readonly plan: Plan;
  /** The built add-in, by file. */
  readonly files: Readonly<Record<string, string>>;
  readonly now: () => number;
  readonly pass: (ms: number) => void;
  readonly chance: () => number;
  readonly fetch: (request: FetchRequest) => FetchAnswer;
  readonly token: (email: string, audience: string) => string | null;
}

/** What the platform refuses or ends. `killedAt`: the service call of a run before which it is ended, counted from 1. */
export interface Mishaps {
  readonly killedAt: number | null;
  readonly fetchesUsedUp: boolean;
  readonly propertiesFull: boolean;
}

export const NO_MISHAPS: Mishaps = { killedAt: null, fetchesUsedUp: false, propertiesFull: false };

const URL_FETCH_USED_UP = 'Service invoked too many times for one day: urlfetch.';
const PROPERTIES_FULL = 'You have exceeded the property storage quota. Please remove some properties and try again.';

export class Office {
  readonly unit: string;
  readonly model: WorkbookModel;
  readonly host: ScriptHost;
  readonly clerks: readonly [ScriptUser, ScriptUser];
  readonly sidebars = new Map<string, Sidebar>();
  /** Runs that failed although nothing was done to them. */
  readonly unexplained: string[] = [];
  mishaps: Mishaps = NO_MISHAPS;
  /** How many runs there were. */
  runs = 0;
  readonly #around: Surroundings;
  #hurt = false;

  constructor(unit: string, model: WorkbookModel, around: Surroundings) {
    this.unit = unit;
    this.model = model;
    this.clerks = clerksOf(unit);
    this.#around = around;
    this.host = createScriptHost({
      model,
      bundleSource: around.files.code ?? '',
      files: around.files,
      ports: nodePorts({
        now: around.now,
        fetch: around.fetch,
        identityToken: (email) => around.token(email, audienceOf(unit)),
        randomBytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(around.chance() * 256)),
        latency: ({ service }) =>
          Math.round(service === 'UrlFetchApp' ? 200 + around.chance() * 800 : 3 + around.chance() * 20),
        failure: (call) => this.#failureOf(call),
        ui: { alert: () => 'OK' },
      }),
    });
  }

  person(user: ScriptUser) {
    return personAt(this.model, { email: user.email, now: this.#around.now });
  }

  /** A person's sidebar; opened where it is not. Null where the opening failed. */
  sidebar(user: ScriptUser): Sidebar | null {
    const open = this.sidebars.get(user.email);
    if (open !== undefined) return open;
    const [run] = this.ran(() => [this.host.run('sidebarOpen', [], { user, via: 'sidebar' })]);
    if (run === undefined || !run.ok) return null;
    const sidebar = new Sidebar(this.#around.plan, user, run.value as OpeningState, new Date(this.#around.now()));
    this.sidebars.set(user.email, sidebar);
    return sidebar;
  }

  /** A person's sidebar, if it is open. */
  openSidebar(user: ScriptUser): Sidebar | null {
    return this.sidebars.get(user.email) ?? null;
  }

  close(user: ScriptUser): void {
    this.sidebars.get(user.email)?.close();
    this.sidebars.delete(user.email);
  }

  serve(sidebar: Sidebar, fate: CallFate): void {
    this.ran(() => {
      const run = sidebar.serve(this.host, fate, this.#around.chance());
      return run === null ? [] : [run];
    });
  }

  /** What somebody does in the grid, with the triggers that it fires. */
  inGrid(
    user: ScriptUser,
    does: (person: ReturnType<Office['person']>) => ReturnType<ReturnType<Office['person']>['edit']>,
  ): void {
    const outcome = does(this.person(user));
    if (!outcome.ok) return;
    const { edit } = outcome;
    if (edit !== null) this.ran(() => this.host.fireEdit(edit, user).runs);
  }

  /** Runs, whose time passes for all. */
  ran(does: () => readonly RunOutcome[]): readonly RunOutcome[] {
    this.#hurt = false;
    const runs = does();
    this.runs += runs.length;
    this.#around.pass(runs.reduce((sum, run) => sum + run.elapsedMs, 0));
    for (const run of runs) {
      if (!run.ok && !this.#hurt && !isExpected(run.error.message))
        this.unexplained.push(`${run.functionName}: ${run.error.message}`);
    }
    return runs;
  }

  #failureOf(call: ServiceCall): Failure | null {
    const { killedAt, fetchesUsedUp, propertiesFull } = this.mishaps;
    const failure: Failure | null =
      killedAt === call.index
        ? { kind: 'killed', unflushed: this.#around.chance() < 0.5 ? 'kept' : 'lost' }
        : fetchesUsedUp && call.service === 'UrlFetchApp'
          ? { kind: 'throws', message: URL_FETCH_USED_UP }
          : propertiesFull && call.service === 'Properties' && call.member.startsWith('set')
            ? { kind: 'throws', message: PROPERTIES_FULL }
            : null;
    if (failure !== null) this.#hurt = true;
    return failure;
  }
}

export function clerksOf(unit: string): readonly [ScriptUser, ScriptUser] {
  return [{ email: `reporter.${unit}@demo.test` }, { email: `deputy.${unit}@demo.test` }];
}

export function audienceOf(unit: string): string {
  return `addin-${unit}`;
}

/** What the script says of itself, and the platform's own words at its limits. */
function isExpected(message: string): boolean {
  return (
    message.includes('đang bận') ||
    Object.values(GOOGLE_SAYS).some((says) => typeof says === 'string' && message.includes(says))
  );
}
