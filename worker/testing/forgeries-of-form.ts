/** Tokens that are no compact JWS of ours, or another spelling of one. */
import { base64url, compact, forge, goodClaims, goodHeader } from './forge.ts';
import type { Forgery } from './forgeries.ts';

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

async function parts(): Promise<[string, string, string]> {
  const [header = '', payload = '', signature = ''] = (await forge({})).split('.');
  return [header, payload, signature];
}

/** The signature with one bit of one byte turned. */
async function flipped(place: number): Promise<string> {
  const [header, payload, signature] = await parts();
  const bytes = Uint8Array.from(atob(signature.replaceAll('-', '+').replaceAll('_', '/')), (each) =>
    each.charCodeAt(0),
  );
  const turned = bytes.map((byte, index) => (index === (place + bytes.length) % bytes.length ? byte ^ 1 : byte));
  return `${header}.${payload}.${base64url(turned)}`;
}

/** The last character of 256 bytes carries four bits that stand for nothing: 15 more texts of the same signature. */
async function respelled(): Promise<string> {
  const [header, payload, signature] = await parts();
  const last = BASE64URL[BASE64URL.indexOf(signature.at(-1) ?? '') + 1] ?? '';
  return `${header}.${payload}.${signature.slice(0, -1)}${last}`;
}

const from = (make: (header: string, payload: string, signature: string) => string) => async () =>
  make(...(await parts()));

export const MISSHAPEN: readonly Forgery[] = [
  ['that is none', async () => 'not-a-token'],
  ['that is an opaque access token', async () => `ya29.${'a0AfB_by'.repeat(20)}`],
  ['of more than 8 KB', () => forge({}, { padding: 'x'.repeat(9000) })],
  ['of one part', from((header) => header)],
  ['of two parts', from((header, payload) => `${header}.${payload}`)],
  ['of four parts', from((...three) => `${three.join('.')}.x`)],
  ['that is encrypted (five parts)', async () => compactJwe()],
  ['that claims encryption in three parts', () => forge({ enc: 'A256GCM' })],
  ['without a signature', from((header, payload) => `${header}.${payload}.`)],
  ['with half a signature', from((header, payload, signature) => `${header}.${payload}.${signature.slice(0, 171)}`)],
  [
    'with a signature twice over',
    from((header, payload, signature) => `${header}.${payload}.${signature}${signature}`),
  ],
  ['with the first bit of the signature’s first byte turned', () => flipped(0)],
  ['with a bit of the signature’s last byte turned', () => flipped(-1)],
  ['with a signature of zeros', from((header, payload) => `${header}.${payload}.${base64url(new Uint8Array(256))}`)],
  ['with padding after the signature', from((...three) => `${three.join('.')}==`)],
  ['with padding after the payload', from((header, payload, signature) => `${header}.${payload}=.${signature}`)],
  ['with a signature spelled otherwise', respelled],
  ['with a line end in the middle', from((header, payload, signature) => `${header}.${payload}.\t${signature}`)],
  ['in quotation marks', from((...three) => `"${three.join('.')}"`)],
  ['beside a second one', from((...three) => `${three.join('.')},${three.join('.')}`)],
  [
    'in the JSON spelling',
    from((header, payload, signature) => JSON.stringify({ protected: header, payload, signature })),
  ],
  ['whose payload is no JSON', () => compact(JSON.stringify(goodHeader()), 'admin')],
  ['whose payload is a list', () => compact(JSON.stringify(goodHeader()), JSON.stringify([goodClaims()]))],
  ['whose header is a list', () => compact(JSON.stringify([goodHeader()]), JSON.stringify(goodClaims()))],
  ['whose header is null', () => compact('null', JSON.stringify(goodClaims()))],
  [
    'whose payload begins with a byte order mark',
    () => compact(JSON.stringify(goodHeader()), `\uFEFF${JSON.stringify(goodClaims())}`),
  ],
];

function compactJwe(): string {
  const part = (value: unknown) => base64url(new TextEncoder().encode(JSON.stringify(value)));
  return [
    part({ ...goodHeader(), alg: 'RSA-OAEP', enc: 'A256GCM' }),
    part('key'),
    part('iv'),
    part(goodClaims()),
    part('tag'),
  ].join('.');
}
