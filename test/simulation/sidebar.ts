/** A person's open sidebar: its own code, with calls to the script that run when the simulation says, and answers that may not come. */
import type { RunOutcome, ScriptHost } from '../../addon/desk/stand-in/host.ts';
import type { ScriptUser } from '../../addon/desk/stand-in/ports.ts';
import type { OpeningState, SidebarServer } from '../../addon/rpc.ts';
import { type Actions, createActions } from '../../addon/sidebar/actions.ts';
import { createJumper } from '../../addon/sidebar/jumping.ts';
import { createPulse } from '../../addon/sidebar/pulse.ts';
import type { Ask, Outcome } from '../../addon/sidebar/script.ts';
import { createStore, type Store } from '../../addon/sidebar/store.ts';
import { createWriter } from '../../addon/sidebar/writing.ts';
import type { Plan } from '../../shared/plan.ts';

/** `request-lost`: the script never ran. `answer-lost`: it ran, and the sidebar is not told. */
export type CallFate = 'pass' | 'request-lost' | 'answer-lost';

interface Call {
  readonly name: keyof SidebarServer;
  readonly args: readonly unknown[];
  readonly resolve: (outcome: Outcome<never>) => void;
}

const OFFLINE = { ok: false, trouble: { kind: 'offline', message: 'HTTP 0' } } as const;

export class Sidebar {
  readonly store: Store;
  readonly actions: Actions;
  readonly #user: ScriptUser;
  readonly #calls: Call[] = [];
  readonly #pulse: ReturnType<typeof createPulse>;
  #closed = false;

  constructor(plan: Plan, user: ScriptUser, opening: OpeningState, now: Date) {
    this.#user = user;
    this.store = createStore(plan, now);
    const writer = createWriter(this.store, this.#ask);
    const jumpTo = createJumper(this.store, this.#ask);
    this.actions = createActions({ store: this.store, ask: this.#ask, writer, jumpTo });
    this.actions.opened(opening);
    this.#pulse = createPulse(this.store, this.#ask, () => false);
    this.#pulse.start();
  }

  get user(): ScriptUser {
    return this.#user;
  }

  get waiting(): number {
    return this.#calls.length;
  }

  /** What was asked for still runs, as Google lets it; nobody hears of it. */
  close(): void {
    this.#closed = true;
  }

  /** Lets one of the calls run: Google keeps no order among them. `chance` is 0 to below 1. Null where nothing ran. */
  serve(host: ScriptHost, fate: CallFate, chance: number): RunOutcome | null {
    const [call] = this.#calls.splice(Math.floor(chance * this.#calls.length), 1);
    if (call === undefined) return null;
    if (fate === 'request-lost') {
      call.resolve(OFFLINE);
      return null;
    }
    const run = host.run(call.name, call.args, { user: this.#user, via: 'sidebar' });
    call.resolve(fate === 'answer-lost' ? OFFLINE : outcomeOf(run));
    return run;
  }

  readonly #ask: Ask = (name, ...args) =>
    new Promise((resolve) => {
      // A closed page's timers are gone with it; here they still ring.
      if (!this.#closed) this.#calls.push({ name, args, resolve: resolve as Call['resolve'] });
    });
}

function outcomeOf(run: RunOutcome): Outcome<never> {
  return run.ok
    ? { ok: true, answer: run.value as never }
    : { ok: false, trouble: { kind: 'failed', message: run.error.message } };
}
