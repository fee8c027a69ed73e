/** The signature of the ledger's head: what lets somebody outside notice a shorter or another history. Pure. */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { base64url } from 'jose';
import type { Head } from './chain.ts';

/** Signs heads, or answers null where the deployment has no key. */
export type HeadSigner = (head: Head) => string | null;

/** The text that a head's signature is of: origin, index and hash, a line each. */
export function headText(origin: string, { index, hash }: Head): string {
  return `${origin}\n${index}\n${hash}\n`;
}

/** Ed25519 over `headText`, base64url. `key` is PKCS #8, base64 or PEM; throws where it is no Ed25519 key. */
export function headSigner(origin: string, key: string | null): HeadSigner {
  if (key === null) return () => null;
  const secret = readSecretKey(key);
  return (head) => {
    return base64url.encode(sign(null, new TextEncoder().encode(headText(origin, head)), secret));
  };
}

/** The public half, as PEM, for whoever checks signatures outside. */
export function publicKeyOf(key: string): string {
  return createPublicKey(readSecretKey(key)).export({ format: 'pem', type: 'spki' }).toString();
}

/** Whether this signature of the head is by this key (PEM). False also for what is no signature or no Ed25519 key at all. */
export function isSignedBy(publicKey: string, signature: string, origin: string, head: Head): boolean {
  try {
    const key = createPublicKey(publicKey);
    const text = new TextEncoder().encode(headText(origin, head));
    return key.asymmetricKeyType === 'ed25519' && verify(null, text, key, bytesOf(signature));
  } catch {
    return false;
  }
}

function readSecretKey(text: string): KeyObject {
  const base64 = text.replace(/-----[^-]+-----/g, '').replace(/\s+/g, '');
  const key = createPrivateKey(`-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('LEDGER_KEY is no Ed25519 key');
  return key;
}

/** Of base64 or base64url. */
function bytesOf(text: string): Uint8Array {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
