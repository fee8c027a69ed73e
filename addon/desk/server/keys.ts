/** The identity stand-in's keys: made at the first start, kept in the data directory, never in the repository. */

import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import * as v from 'valibot';
import { readFileIfThere, writeFileAtomically } from './atomic-file.ts';

const KeyFile = v.object({
  signing: v.looseObject({
    kty: v.literal('RSA'),
    kid: v.pipe(v.string(), v.minLength(1)),
    alg: v.literal('RS256'),
    use: v.literal('sig'),
    n: v.string(),
    e: v.string(),
    d: v.string(),
  }),
  cookies: v.pipe(v.array(v.pipe(v.string(), v.minLength(32))), v.minLength(1)),
});

export type IdentityKeys = v.InferOutput<typeof KeyFile>;

/** Reads the keys of `dataDir`, or makes and stores them; a file that is no key file throws rather than being replaced. */
export async function loadIdentityKeys(dataDir: string): Promise<IdentityKeys> {
  const file = join(dataDir, 'desk', 'identity-keys.json');
  const stored = await readFileIfThere(file);
  if (stored !== undefined) return v.parse(KeyFile, JSON.parse(stored));
  const keys = await makeKeys();
  await mkdir(join(dataDir, 'desk'), { recursive: true });
  await writeFileAtomically(file, JSON.stringify(keys), 0o600);
  return keys;
}

async function makeKeys(): Promise<IdentityKeys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const signing = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'RS256', use: 'sig' };
  return v.parse(KeyFile, { signing, cookies: [randomBytes(32).toString('base64url')] });
}
