/**
 * `npm run verify -- LEDGER [--checkpoint FILE] [--key FILE]`: checks an export of the ledger without the Worker.
 *   LEDGER         what `GET /api/ledger` answered
 *   --checkpoint   what `GET /api/checkpoint` answered at some time before, or its list of days
 *   --key          the public key, PEM, that the checkpoints must be signed by
 * Exit: 0 the ledger holds, 1 it does not, 2 it could not be checked.
 */
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { exportCheck, lineReader } from '../worker/store/verify-export.ts';
import { type Outcome, tell, textOf } from './outcome.ts';
import { readCheckpoints, readPublicKey } from './verify/inputs.ts';
import { told, unusable } from './verify/messages.ts';

const USAGE = 'usage: npm run verify -- ledger.ndjson [--checkpoint checkpoint.json] [--key key.pem]';

async function run(args: readonly string[]): Promise<Outcome> {
  const asked = readArguments(args);
  if (asked === null) return unusable(USAGE);
  const { file, checkpoint, key } = asked;
  const checkpoints = checkpoint === undefined ? [] : readCheckpoints(textOf(checkpoint) ?? '');
  if (checkpoints === null) return unusable(`${checkpoint}: cannot be read, or is no checkpoint`);
  const publicKey = key === undefined ? null : readPublicKey(textOf(key) ?? '');
  if (publicKey === undefined) return unusable(`${key}: cannot be read, or is no Ed25519 key in PEM`);
  const check = exportCheck(checkpoints, publicKey);
  try {
    const reader = lineReader();
    for await (const bytes of createReadStream(file)) for (const line of reader.push(bytes)) check.take(line);
    for (const line of reader.end()) check.take(line);
  } catch {
    return unusable(`${file}: cannot be read`);
  }
  return told(file, check.verdict(), checkpoints, publicKey);
}

function readArguments(args: readonly string[]) {
  try {
    const options = { checkpoint: { type: 'string' }, key: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...others] = positionals;
    // A key without a checkpoint would say nothing, and look as if it did.
    const isVain = values.key !== undefined && values.checkpoint === undefined;
    return file === undefined || others.length > 0 || isVain ? null : { file, ...values };
  } catch {
    return null;
  }
}

tell(await run(process.argv.slice(2)));
