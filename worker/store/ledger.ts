/** The ledger: hash-chained entries of everything that happened, and the signature of its head. */
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import * as v from 'valibot';
import { canonicalJson, sha256 } from '../canonical.ts';

/** The `previous` of the first entry. */
export const GENESIS = '0'.repeat(64);

/** What a kind of entry says beside its index, time, person and place in the chain. */
export type Fact = { readonly kind: string } & Readonly<Record<string, unknown>>;

export interface Head {
  readonly index: number;
  readonly hash: string;
}

export interface StoredEntry extends Head {
  /** Canonical JSON of the entry without its hash. */
  readonly entry: string;
}

export interface Ledger {
  head(): Head;
  at(index: number): Head;
  append(fact: Fact, by: string, at: string): Head;
  /** Up to `limit` entries above `after`, in order. */
  after(after: number, limit: number): StoredEntry[];
}

type Row = Record<string, SqlStorageValue> & { idx: number; entry: string; hash: string };

export function ledgerOf(sql: SqlStorage): Ledger {
  const select = (rest: string, ...values: number[]) =>
    sql
      .exec<Row>(`SELECT idx, entry, hash FROM ledger ${rest}`, ...values)
      .toArray()
      .map(({ idx, entry, hash }) => ({ index: idx, entry, hash }));
  const head = (): Head => {
    const last = select('ORDER BY idx DESC LIMIT 1')[0];
    return last === undefined ? { index: 0, hash: GENESIS } : { index: last.index, hash: last.hash };
  };
  return {
    head,
    at: (index) => {
      const found = select('WHERE idx = ?', index)[0];
      if (found === undefined) throw new Error(`no ledger entry ${index}`);
      return { index, hash: found.hash };
    },
    append: (fact, by, at) => {
      const last = head();
      const index = last.index + 1;
      const entry = canonicalJson({ ...fact, index, at, by, previous: last.hash });
      const hash = sha256(entry);
      sql.exec('INSERT INTO ledger (idx, entry, hash) VALUES (?, ?, ?)', index, entry, hash);
      return { index, hash };
    },
    after: (after, limit) => select('WHERE idx > ? ORDER BY idx LIMIT ?', after, limit),
  };
}

/** One line of the export: the entry with its hash, as one canonical JSON object. */
export function entryLine({ entry, hash }: StoredEntry): string {
  return canonicalJson({ ...v.parse(v.looseObject({}), JSON.parse(entry)), hash });
}

/** Signs heads, or answers null where the deployment has no key. */
export type HeadSigner = (head: Head) => string | null;

/** The text that a head's signature is of: origin, index and hash, a line each. */
export function headText(origin: string, head: Head): string {
  return `${origin}\n${head.index}\n${head.hash}\n`;
}

/** Ed25519 over `headText`, base64url. `key` is PKCS #8, base64 or PEM; throws where it is no Ed25519 key. */
export function headSigner(origin: string, key: string | null): HeadSigner {
  if (key === null) return () => null;
  const secret = readKey(key);
  return (head) => {
    const signature = sign(null, new TextEncoder().encode(headText(origin, head)), secret);
    return btoa(String.fromCharCode(...signature))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  };
}

/** The public half, as PEM, for whoever checks signatures outside. */
export function publicKeyOf(key: string): string {
  return createPublicKey(readKey(key)).export({ format: 'pem', type: 'spki' });
}

function readKey(text: string): KeyObject {
  const base64 = text.replace(/-----[^-]+-----/g, '').replace(/\s+/g, '');
  const der = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('LEDGER_KEY is no Ed25519 key');
  return key;
}
