/**
 * Bearer tokens that were found good a moment ago. Checking a signature costs more than all else that the edge does, and a sidebar
 * comes with the same token for an hour. Only what the issuer's signature says is kept: who may what is asked of the object each time.
 */
import { sha256 } from '../canonical.ts';
import type { Config } from '../env.ts';
import { type Identity, LEEWAY_SECONDS, type Verification, verifyToken } from './tokens.ts';

/** A key that the issuer withdraws is believed so much longer, and no more. */
export const KEPT_MS = 60_000;
/** Of these the oldest makes room. */
export const MOST_KEPT = 1000;

/** Identities by the hash of their token, so that no memory holds a token. */
export class KeptIdentities {
  readonly #kept = new Map<string, { readonly identity: Identity; readonly until: number }>();

  get size(): number {
    return this.#kept.size;
  }

  /** @param now epoch milliseconds. */
  find(hash: string, now: number): Identity | undefined {
    const known = this.#kept.get(hash);
    if (known !== undefined && known.until > now) return known.identity;
    this.#kept.delete(hash);
    return undefined;
  }

  keep(hash: string, identity: Identity, now: number): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(hash, { identity, until: Math.min(now + KEPT_MS, identity.expiresAt + LEEWAY_SECONDS * 1000) });
  }
}

/** A configuration that trusts others starts afresh. */
const keptBy = new WeakMap<Config, KeptIdentities>();

export type BearerVerification =
  | { readonly ok: true; readonly identity: Identity }
  | Exclude<Verification, { readonly ok: true }>;

export async function verifyBearer(token: string, config: Config): Promise<BearerVerification> {
  const kept = keptBy.get(config) ?? new KeptIdentities();
  keptBy.set(config, kept);
  const hash = sha256(token);
  const identity = kept.find(hash, Date.now());
  if (identity !== undefined) return { ok: true, identity };
  const verified = await verifyToken(token, config);
  if (verified.ok) kept.keep(hash, verified.identity, Date.now());
  return verified;
}
