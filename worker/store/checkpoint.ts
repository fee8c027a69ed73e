/** Signed checkpoints: heads of the ledger that leave the service, and what a ledger must show to be the one they were made of. Pure. */
import type * as v from 'valibot';
import type { CheckpointSchema } from '../../shared/service-wire.ts';
import type { Head } from './chain.ts';
import { isSignedBy } from './head.ts';

/** A checkpoint as it is kept and answered. */
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
