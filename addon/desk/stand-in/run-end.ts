/** What stands at both ends of a run, on its own or among others. */
import type { HostState } from './host-state.ts';
import type { Run } from './run.ts';
import { described, errorOf, type RunOutcome, type RunResult } from './run-outcome.ts';
import type { ThrownError } from './run-thread.ts';

/** Chance comes from the port alone, so that a test can repeat a run. */
export function seedOf(host: HostState): number {
  return host.ports.randomBytes(4).reduce((seed, byte) => seed * 256 + byte, 0);
}

/** Makes what still waits, lets go of locks, counts a trigger's time; an ended run has failed, whatever its script returned. */
export function endOf(run: Run, result: RunResult): RunOutcome {
  const late = finish(run);
  const { functionName, kind, effective } = run.identity;
  if (kind === 'installed' || kind === 'clock') run.host.quotas.add(effective.email, 'triggerMs', run.elapsedMs);
  const about = { functionName, user: effective.email, elapsedMs: run.elapsedMs };
  if (run.over !== null) return { ok: false, ...about, error: errorOf('Error', run.over) };
  if (!result.ok) return { ok: false, ...about, error: result.error };
  return late === null ? { ok: true, ...about, value: result.value } : { ok: false, ...about, error: late };
}

function finish(run: Run): ThrownError | null {
  try {
    run.finish();
    return null;
  } catch (error) {
    return described(error);
  }
}
