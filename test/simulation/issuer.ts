/** The issuer of a simulation: signs tokens with keys that change, and is sometimes not there. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export const ISSUER = 'https://issuer.test';
export const VIEW_CLIENT = 'commune-view';
const LIFETIME_S = 3600;
/** A token is taken anew before it is this close to its end. */
const SPARE_S = 300;

interface Key {
  readonly id: string;
  readonly secret: KeyObject;
  readonly open: object;
}

/** Made once: keys cost more than all else in a simulation. */
const KEYS = Array.from({ length: 4 }, (_, place) => makeKey(`key-${place + 1}`));

export class Issuer {
  #place = 0;
  readonly #tokens = new Map<string, { readonly token: string; readonly endsAt: number }>();

  /** The key in use, and the one before it: tokens that it signed are still about. */
  get openKeys(): readonly object[] {
    return [this.#key(this.#place), this.#key(this.#place - 1)].map(({ open }) => open);
  }

  rotate(): void {
    this.#place += 1;
    this.#tokens.clear();
  }

  /** @param now epoch milliseconds. */
  token(email: string, audience: string, now: number): string {
    const name = `${email} ${audience}`;
    const seconds = Math.floor(now / 1000);
    const known = this.#tokens.get(name);
    if (known !== undefined && known.endsAt - SPARE_S > seconds) return known.token;
    const endsAt = seconds + LIFETIME_S;
    const token = signed(this.#key(this.#place), {
      iss: ISSUER,
      sub: `subject of ${email}`,
      aud: audience,
      email,
      email_verified: true,
      iat: seconds,
      exp: endsAt,
    });
    this.#tokens.set(name, { token, endsAt });
    return token;
  }

  #key(place: number): Key {
    const key = KEYS[(place + KEYS.length) % KEYS.length];
    if (key === undefined) throw new Error('no keys');
    return key;
  }
}

function makeKey(id: string): Key {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    id,
    secret: privateKey,
    open: { ...publicKey.export({ format: 'jwk' }), kid: id, alg: 'RS256', use: 'sig' },
  };
}

function signed({ id, secret }: Key, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', kid: id })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), secret).toString('base64url')}`;
}
