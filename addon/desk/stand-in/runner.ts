/** Runs one function of the bundle: a fresh evaluation, the services in scope, locks let go at the end, every failure as a value. */

import type { HostState } from './host-state.ts';
import type { CompiledScript } from './ports.ts';
import { Run, type RunIdentity } from './run.ts';
import { authMode } from './services/enums.ts';
import { makeGlobals } from './services/globals.ts';
import type { Kit } from './services/kit.ts';
import { releaseLocks } from './services/lock.ts';

export type RunOutcome =
  | {
      readonly ok: true;
      readonly functionName: string;
      readonly user: string;
      readonly value: unknown;
      readonly elapsedMs: number;
    }
  | {
      readonly ok: false;
      readonly functionName: string;
      readonly user: string;
      readonly error: { readonly name: string; readonly message: string; readonly stack: string };
      readonly elapsedMs: number;
    };

/** The arguments may be service objects of this run's kit (an event's range). */
export type MakeArguments = (kit: Kit) => readonly unknown[];

export class Runner {
  readonly #host: HostState;
  readonly #script: CompiledScript;
  #runs = 0;

  constructor(host: HostState, script: CompiledScript) {
    this.#host = host;
    this.#script = script;
  }

  /** Null: the bundle has no such function, as a bundle without `onEdit`. */
  run(identity: RunIdentity, makeArguments: MakeArguments): RunOutcome | null {
    this.#runs += 1;
    const run = new Run(this.#runs, identity, this.#host);
    const { kit, globals } = makeGlobals(run);
    const about = { functionName: identity.functionName, user: identity.effective.email };
    try {
      const realm = this.#script(globals);
      run.realm = realm;
      if (!realm.has(identity.functionName)) return null;
      const value = realm.call(identity.functionName, makeArguments(kit));
      // Whatever the script caught: a run beyond its limit has failed.
      run.spend(0);
      return { ok: true, ...about, value, elapsedMs: run.elapsedMs };
    } catch (error) {
      return { ok: false, ...about, error: described(error), elapsedMs: run.elapsedMs };
    } finally {
      releaseLocks(run);
      if (identity.kind === 'installed' || identity.kind === 'clock')
        this.#host.quotas.add(identity.effective.email, 'triggerMs', run.elapsedMs);
    }
  }
}

/** What every trigger's event has. */
export function eventBase(identity: RunIdentity, triggerId: string | null): Record<string, unknown> {
  return { authMode: authMode.values[identity.authMode], ...(triggerId === null ? {} : { triggerUid: triggerId }) };
}

/** Errors of another realm are no `instanceof Error`; scripts may throw anything. */
function described(error: unknown): { name: string; message: string; stack: string } {
  if (error === null || typeof error !== 'object') return { name: 'Error', message: String(error), stack: '' };
  const text = (key: string, otherwise: string): string => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === 'string' ? value : otherwise;
  };
  return { name: text('name', 'Error'), message: text('message', String(error)), stack: text('stack', '') };
}
