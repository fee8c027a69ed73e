/** What `npm run verify` is given beside the ledger: checkpoints and a key. */
import { createPublicKey } from 'node:crypto';
import * as v from 'valibot';
import { CheckpointSchema } from '../../shared/service-wire.ts';
import type { Checkpoint } from '../../worker/store/checkpoint.ts';

const CheckpointLine = v.pipe(v.string(), v.parseJson(), CheckpointSchema);

/** One checkpoint as JSON, however it is indented, or one a line; null where it is neither, or none at all. */
export function readCheckpoints(text: string): readonly Checkpoint[] | null {
  const whole = v.safeParse(CheckpointLine, text);
  if (whole.success) return [whole.output];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const each = v.safeParse(v.pipe(v.array(CheckpointLine), v.minLength(1)), lines);
  return each.success ? each.output : null;
}

/** The public half, as PEM, of an Ed25519 key; undefined where the text is none. */
export function readPublicKey(text: string): string | undefined {
  try {
    const key = createPublicKey(text);
    return key.asymmetricKeyType === 'ed25519' ? key.export({ format: 'pem', type: 'spki' }).toString() : undefined;
  } catch {
    return undefined;
  }
}
