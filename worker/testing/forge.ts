/** Makes tokens that no honest issuer makes: any header, any payload, signed or not. */
import { exportSPKI, importJWK } from 'jose';
import { ADMIN, BROWSER_CLIENT, ISSUER, testKey } from './client.ts';

type Signer = (signed: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

const encode = (text: string) => Uint8Array.from(new TextEncoder().encode(text));

export function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function goodHeader(): Record<string, unknown> {
  return { alg: 'RS256', kid: testKey('rsa').kid, typ: 'JWT' };
}

/** What the issuer would say of the admin; `sub` as `tokenOf` has it. */
export function goodClaims(): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: ISSUER,
    sub: `sub-of-${ADMIN}`,
    aud: BROWSER_CLIENT,
    azp: BROWSER_CLIENT,
    email: ADMIN,
    email_verified: true,
    iat: now,
    exp: now + 3600,
  };
}

/** A good token but for what is given; a value of `undefined` leaves out. By the issuer's own key unless another signs. */
export async function forge(
  header: Readonly<Record<string, unknown>>,
  claims: Readonly<Record<string, unknown>> = {},
  sign: Signer = rsa(),
): Promise<string> {
  return compact(JSON.stringify({ ...goodHeader(), ...header }), JSON.stringify({ ...goodClaims(), ...claims }), sign);
}

/** The same of texts that need not even be JSON. */
export async function compact(header: string, payload: string, sign: Signer = rsa()): Promise<string> {
  const signed = `${base64url(encode(header))}.${base64url(encode(payload))}`;
  return `${signed}.${base64url(new Uint8Array(await sign(encode(signed))))}`;
}

export function rsa(key: 'rsa' | 'stranger' = 'rsa', alg: 'RS256' | 'RS512' = 'RS256'): Signer {
  return asymmetric(key, alg, 'RSASSA-PKCS1-v1_5');
}

export const pss = asymmetric('rsa', 'PS256', { name: 'RSA-PSS', saltLength: 32 });

export const ecdsa = asymmetric('ec', 'ES256', { name: 'ECDSA', hash: 'SHA-256' });

function asymmetric(name: string, alg: string, algorithm: string | SubtleCryptoSignAlgorithm): Signer {
  return async (signed) => {
    const key = await importJWK(testKey(name), alg);
    if (key instanceof Uint8Array) throw new Error('no private key');
    return crypto.subtle.sign(algorithm, key, signed);
  };
}

export function hmac(secret: Uint8Array<ArrayBuffer>, hash = 'SHA-256'): Signer {
  return async (signed) => {
    const algorithm = { name: 'HMAC', hash };
    return crypto.subtle.sign('HMAC', await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']), signed);
  };
}

export const unsigned: Signer = async () => new ArrayBuffer(0);

/** The public key as an attacker might have it at hand: as JSON, as PEM, as its bytes. */
export async function publicKeyAs(form: 'json' | 'pem' | 'der'): Promise<Uint8Array<ArrayBuffer>> {
  if (form === 'json') return encode(JSON.stringify(testKey('rsaPublic')));
  const key = await importJWK(testKey('rsaPublic'), 'RS256', { extractable: true });
  if (key instanceof Uint8Array) throw new Error('no public key');
  const pem = await exportSPKI(key);
  if (form === 'pem') return encode(pem);
  return Uint8Array.from(atob(pem.replace(/-----[^-]+-----|\s/g, '')), (each) => each.charCodeAt(0));
}
