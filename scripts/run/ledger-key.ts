/** The local deployment's Ed25519 key for the ledger's checkpoints: made once, kept with the local data, never in the repository. */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** PKCS #8 as PEM. */
export async function ledgerKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'ledger-key.pem');
  if (existsSync(file)) return readFile(file, 'utf8');
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, pem, { mode: 0o600 });
  return pem;
}
