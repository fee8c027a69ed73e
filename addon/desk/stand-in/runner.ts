/** Runs one function of the bundle on its own, to its end: a fresh evaluation, the services in scope, every failure as a value. */

import type { HostState } from './host-state.ts';
import type { Launch } from './launch.ts';
import type { CompiledScript } from './ports.ts';
import { seededRandom } from './random.ts';
import { Run } from './run.ts';
import { endOf, seedOf } from './run-end.ts';
import { described, notFound, type RunOutcome, type RunResult } from './run-outcome.ts';
import { makeGlobals } from './services/globals.ts';

export class Runner {
  readonly #host: HostState;
  readonly #script: CompiledScript;

  constructor(host: HostState, script: CompiledScript) {
    this.#host = host;
    this.#script = script;
  }

  /** Null: the bundle has no such function, and need not. `at` milliseconds, if it begins later than now. */
  run(launch: Launch, at = this.#host.ports.now()): RunOutcome | null {
    const run = new Run({ id: this.#host.nextRun(), identity: launch.identity, host: this.#host, at });
    const result = this.#evaluate(run, launch);
    if (result === null) return launch.mayBeMissing ? null : notFound(launch.identity);
    return launch.answer(endOf(run, result));
  }

  /** Null: there is no such function. */
  #evaluate(run: Run, { identity, makeArguments }: Launch): RunResult | null {
    const { kit, services, console } = makeGlobals(run);
    try {
      const world = { now: () => run.now(), random: seededRandom(seedOf(this.#host)) };
      const realm = this.#script({ ...services, console }, world);
      run.realm = realm;
      if (!realm.has(identity.functionName)) return null;
      return { ok: true, value: realm.call(identity.functionName, makeArguments(kit)) };
    } catch (error) {
      return { ok: false, error: described(error) };
    }
  }
}
