/** When an issuer is asked for its keys: often enough to see new ones, and never as often as forged tokens would have it. */

/** Keys this old are asked for anew before they are trusted again. */
export const KEYS_AGE_MS = 10 * 60_000;
/** After the keys have come, a token that names another key is not worth a second question for so long. */
export const COOLDOWN_MS = 30_000;
/** After a failure nobody is asked for so long. */
export const FAILURE_MS = 5000;
/** As long as a question may take; after that nobody is waiting for its answer. */
export const DEADLINE_MS = 5000;

/** Epoch milliseconds; `-Infinity` for what never was. */
export interface KeyTimes {
  readonly fetchedAt: number;
  readonly askedAt: number;
  readonly failedAt: number;
}

export const NEVER: KeyTimes = { fetchedAt: -Infinity, askedAt: -Infinity, failedAt: -Infinity };

/** `refuse`: the key is none of the issuer's. `give-up`: whether it is cannot be known now, and nothing is trusted. */
export type Step = 'use' | 'refuse' | 'ask' | 'give-up';

/** `isKnown`: whether the keys that are held have the one that the token names. */
export function nextStep({ fetchedAt, askedAt, failedAt }: KeyTimes, isKnown: boolean, now: number): Step {
  const isFresh = now - fetchedAt < KEYS_AGE_MS;
  if (isFresh && isKnown) return 'use';
  if (failedAt > fetchedAt && now - failedAt < FAILURE_MS) return 'give-up';
  if (!isFresh) return 'ask';
  if (now - fetchedAt < COOLDOWN_MS) return 'refuse';
  // Another request is asking already. Its promise cannot be waited for: workerd keeps each request's I/O to itself.
  if (askedAt > fetchedAt && now - askedAt < DEADLINE_MS) return 'give-up';
  return 'ask';
}
