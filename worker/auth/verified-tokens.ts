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

interface Kept {
  readonly identity: Identity;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** By the token's hash, so that no memory holds a token. A configuration that trusts others starts afresh. */
const keptBy = new WeakMap<Config, Map<string, Kept>>();

export type BearerVerification =
  | { readonly ok: true; readonly identity: Identity }
  | Exclude<Verification, { readonly ok: true }>;

export async function verifyBearer(token: string, config: Config): Promise<BearerVerification> {
  const kept = keptOf(config);
  const hash = sha256(token);
  const known = kept.get(hash);
  if (known !== undefined && known.until > Date.now()) return { ok: true, identity: known.identity };
  kept.delete(hash);
  const verified = await verifyToken(token, config);
  if (verified.ok) keep(kept, hash, verified.identity, Date.now());
  return verified;
}

function keep(kept: Map<string, Kept>, hash: string, identity: Identity, now: number): void {
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(hash, { identity, until: Math.min(now + KEPT_MS, identity.expiresAt + LEEWAY_SECONDS * 1000) });
}

function keptOf(config: Config): Map<string, Kept> {
  const known = keptBy.get(config) ?? new Map<string, Kept>();
  keptBy.set(config, known);
  return known;
}
