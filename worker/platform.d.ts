/** What workerd offers beyond the Workers types: the synchronous part of `node:crypto` that is used inside transactions, and equality. */

declare module 'node:crypto' {
  interface Hash {
    update(data: string | Uint8Array): Hash;
    digest(encoding: 'hex' | 'base64' | 'base64url'): string;
  }
  interface KeyObject {
    readonly type: 'secret' | 'public' | 'private';
    readonly asymmetricKeyType?: string;
    export(options: { format: 'pem'; type: 'spki' | 'pkcs8' }): string;
  }
  export function createHash(algorithm: 'sha256'): Hash;
  export function createPrivateKey(pem: string): KeyObject;
  export function createPublicKey(key: KeyObject | string): KeyObject;
  export function sign(algorithm: null, data: Uint8Array, key: KeyObject): Uint8Array;
  export function verify(algorithm: null, data: Uint8Array, key: KeyObject, signature: Uint8Array): boolean;
}

declare module 'node:util' {
  export function isDeepStrictEqual(a: unknown, b: unknown): boolean;
}
