/** How a run ended, every failure as a value. */
import type { RunIdentity } from './run.ts';
import type { ThrownError } from './run-thread.ts';

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
      readonly error: ThrownError;
      readonly elapsedMs: number;
    };

/** Of the script itself, before the platform's say. */
export type RunResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ThrownError };

export function failed(identity: RunIdentity, error: ThrownError, elapsedMs = 0): RunOutcome {
  return { ok: false, functionName: identity.functionName, user: identity.effective.email, error, elapsedMs };
}

export function notFound(identity: RunIdentity): RunOutcome {
  return failed(identity, errorOf('Error', `Script function not found: ${identity.functionName}`));
}

export function errorOf(name: string, message: string): ThrownError {
  return { name, message, stack: '' };
}

/** Errors of another realm are no `instanceof Error`; scripts may throw anything. */
export function described(error: unknown): ThrownError {
  if (error === null || typeof error !== 'object') return errorOf('Error', String(error));
  const text = (key: string, otherwise: string): string => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === 'string' ? value : otherwise;
  };
  return { name: text('name', 'Error'), message: text('message', String(error)), stack: text('stack', '') };
}
