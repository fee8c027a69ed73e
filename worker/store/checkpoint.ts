/** Signed checkpoints: heads of the ledger that leave the service, and what a ledger must show to be the one they were made of. Pure. */
import * as v from 'valibot';
import type { Head } from './chain.ts';
import { isSignedBy } from './head.ts';

/**
 * The head as it was at a moment. `signature` is of `headText`, base64url, and `publicKey` is the signing key's public half
 * as PEM; both null where the deployment has no key: such a checkpoint shows nothing to somebody who does not trust its source.
 */
export const CheckpointSchema = v.object({
  /** The resolution's id: which commune's ledger. */
  origin: v.string(),
  index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  signature: v.nullable(v.string()),
  publicKey: v.nullable(v.string()),
  /** ISO 8601; not part of what is signed. The ledger's own entries say when they were made. */
  at: v.string(),
});
export type Checkpoint = Readonly<v.InferOutput<typeof CheckpointSchema>>;

/** `shorter`: the ledger ends before it; `rebuilt`: another history stands at its place; `signature`: it is not by this key. */
export interface CheckpointFault {
  readonly index: number;
  readonly why: 'shorter' | 'rebuilt' | 'signature';
}

/** Whether somebody's key made it; null where there is no signature or no key to check it by. */
export function isAuthentic(checkpoint: Checkpoint, publicKey: string | null): boolean | null {
  const { signature, origin } = checkpoint;
  return signature === null || publicKey === null ? null : isSignedBy(publicKey, signature, origin, checkpoint);
}

/** What speaks against a ledger having been the one of a checkpoint. `found` is its entry there, undefined where it has none. */
export function faultAgainst({ index, hash }: Head, found: Head | undefined): CheckpointFault | undefined {
  if (found === undefined) return { index, why: 'shorter' };
  return found.hash === hash ? undefined : { index, why: 'rebuilt' };
}
