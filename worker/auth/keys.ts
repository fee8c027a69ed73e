/** An issuer's public keys, fetched, kept and looked up. Any trouble on the way to them is ours, not the token's. */
import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import * as v from 'valibot';
import { readUpTo } from '../bounded-body.ts';
import { type KeyTimes, NEVER, nextStep } from '../decide/keys.ts';
import { withDeadline } from './deadline.ts';

/** The keys cannot be had, or are none: nobody can be told from anybody now. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

const KeySetSchema = v.object({ keys: v.array(v.looseObject({ kty: v.string(), kid: v.exactOptional(v.string()) })) });
export type KeySet = v.InferOutput<typeof KeySetSchema>;

const MAX_KEYS_BYTES = 64 * 1024;

/** What looks up the key that a token names. Throws `KeysUnavailable`. */
export type KeySource = (kid: string) => Promise<JWTVerifyGetKey>;

/** Keeps what `load` brings; `clock` in epoch milliseconds. */
export function keySource(load: () => Promise<KeySet>, clock: () => number = Date.now): KeySource {
  let times: KeyTimes = NEVER;
  let held: Held = NOTHING;
  const ask = async () => {
    times = { ...times, askedAt: clock() };
    try {
      held = hold(await load());
      times = { ...times, fetchedAt: clock() };
    } catch (cause) {
      times = { ...times, failedAt: clock() };
      throw new KeysUnavailable('the keys cannot be had', { cause });
    }
  };
  return async (kid) => {
    const step = nextStep(times, held.ids.has(kid), clock());
    if (step === 'give-up') throw new KeysUnavailable('the keys could not be had a moment ago');
    if (step === 'ask') await ask();
    return held.find;
  };
}

interface Held {
  readonly ids: ReadonlySet<string | undefined>;
  readonly find: JWTVerifyGetKey;
}

const NOTHING: Held = {
  ids: new Set(),
  find: () => {
    throw new errors.JWKSNoMatchingKey();
  },
};

function hold(set: KeySet): Held {
  const find = createLocalJWKSet(set);
  return {
    ids: new Set(set.keys.map(({ kid }) => kid)),
    find: async (header, token) => {
      try {
        return await find(header, token);
      } catch (cause) {
        // A key that is none is not the token's fault.
        if (cause instanceof errors.JOSEError && !(cause instanceof errors.JWKSInvalid)) throw cause;
        throw new KeysUnavailable('a key is none', { cause });
      }
    },
  };
}

/** The key set at an address: answered with 200, in time, in bounds, and in form. */
export function fetchKeys(address: string, deadline: number): Promise<KeySet> {
  return withDeadline(deadline, async (signal) => {
    // A redirect could lead anywhere: it counts as a failure.
    const response = await fetch(address, { headers: { Accept: 'application/json' }, redirect: 'manual', signal });
    if (response.status !== 200) throw new KeysUnavailable(`status ${response.status}`);
    const bytes = await readUpTo(response, MAX_KEYS_BYTES);
    if (bytes.length > MAX_KEYS_BYTES) throw new KeysUnavailable('too long');
    return v.parse(KeySetSchema, JSON.parse(new TextDecoder().decode(bytes)));
  });
}
