/** A run that is to begin: as whom, with what, and what becomes of its end. */
import type { ScriptUser } from './ports.ts';
import type { RunIdentity } from './run.ts';
import { errorOf, failed, notFound, type RunOutcome } from './run-outcome.ts';
import { authMode } from './services/enums.ts';
import type { Kit } from './services/kit.ts';
import { wireValue } from './wire-value.ts';

export interface Launch {
  readonly identity: RunIdentity;
  /** The arguments may be service objects of this run's kit (an event's range). */
  readonly makeArguments: (kit: Kit) => readonly unknown[];
  /** A bundle need not have `onEdit`: then nothing runs. */
  readonly mayBeMissing: boolean;
  /** What its caller gets of the script's outcome. */
  readonly answer: (outcome: RunOutcome) => RunOutcome;
}

export interface CallOptions {
  readonly user: ScriptUser;
  /** From the sidebar names that end in "_" cannot be called, and arguments and result are passed as JSON. */
  readonly via: 'sidebar' | 'menu';
}

export type MakeEvent = (kit: Kit) => Record<string, unknown>;

/** A call from the sidebar or a menu item; an outcome where nothing may run. */
export function callLaunch(
  functionName: string,
  args: readonly unknown[],
  { user, via }: CallOptions,
): Launch | RunOutcome {
  const identity: RunIdentity = { functionName, kind: 'call', authMode: 'FULL', effective: user, active: user };
  const passed = args.map(wireValue);
  const bad = passed.find((one) => !one.ok);
  if (bad && !bad.ok)
    return failed(identity, errorOf('TypeError', `Failed due to illegal value in property: ${bad.path} (${bad.why})`));
  if (via === 'sidebar' && functionName.endsWith('_')) return notFound(identity);
  const values = passed.flatMap((one) => (one.ok ? [one.value] : []));
  const answer = via === 'menu' ? asItIs : (outcome: RunOutcome) => passedBack(identity, outcome);
  return { identity, makeArguments: () => values, mayBeMissing: false, answer };
}

/** A trigger's run: `triggerId` is null for a simple one, which the bundle need not have. */
export function triggerLaunch(identity: RunIdentity, triggerId: string | null, makeEvent: MakeEvent): Launch {
  const base = {
    authMode: authMode.values[identity.authMode],
    ...(triggerId === null ? {} : { triggerUid: triggerId }),
  };
  return {
    identity,
    makeArguments: (kit) => [{ ...base, ...makeEvent(kit) }],
    mayBeMissing: triggerId === null,
    answer: asItIs,
  };
}

export function isLaunch(one: Launch | RunOutcome): one is Launch {
  return 'makeArguments' in one;
}

function asItIs(outcome: RunOutcome): RunOutcome {
  return outcome;
}

function passedBack(identity: RunIdentity, outcome: RunOutcome): RunOutcome {
  if (!outcome.ok) return outcome;
  const result = wireValue(outcome.value);
  if (result.ok) return { ...outcome, value: result.value };
  const error = errorOf('TypeError', `The result cannot be passed: ${result.path} (${result.why})`);
  return failed(identity, error, outcome.elapsedMs);
}
