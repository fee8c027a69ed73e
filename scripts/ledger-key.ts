/** `npm run ledger-key`: makes the Ed25519 key that signs the ledger's head, and says where its two halves go. Never over one that is there. */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { KEY_WORDS } from './deploy/words.ts';
import { deploymentsFolder, readWorkerSettings } from './deploy/worker-settings.ts';
import { type Outcome, tell } from './outcome.ts';

function run(): Outcome {
  const folder = deploymentsFolder();
  const [secret, open] = [join(folder, 'ledger-key.pem'), join(folder, 'ledger-key.public.pem')];
  if (existsSync(secret) || existsSync(open))
    return { code: 1, lines: [KEY_WORDS.exists(existsSync(secret) ? secret : open)] };
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  mkdirSync(folder, { recursive: true });
  writeFileSync(secret, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  writeFileSync(open, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' });
  const [ours, theirs] = [secret, open].map((file) => relative(process.cwd(), file));
  const name = readWorkerSettings()?.name ?? KEY_WORDS.noName;
  return {
    code: 0,
    lines: [...KEY_WORDS.made(ours ?? secret, theirs ?? open), ...KEY_WORDS.put(ours ?? secret, name)],
  };
}

tell(run());
