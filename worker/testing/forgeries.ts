/** Forged and borrowed tokens, each wrong in one way: what was done to it, how it is made, and by which code it is refused. */
import { ADMIN, BROWSER_CLIENT, ISSUER, testKey, tokenOf, VIEWER } from './client.ts';
import { compact, ecdsa, forge, goodClaims, goodHeader, hmac, pss, publicKeyAs, rsa, unsigned } from './forge.ts';
import { MISSHAPEN } from './forgeries-of-form.ts';

export type Forgery = [name: string, make: () => Promise<string>, code?: string];

const now = () => Math.floor(Date.now() / 1000);
const claims = (over: Readonly<Record<string, unknown>>) => forge({}, over);
const stranger = rsa('stranger');

const ALGORITHMS: readonly Forgery[] = [
  ...['none', 'None', 'nOnE', 'NONE'].map(
    (alg): Forgery => [`of algorithm ${alg}`, () => forge({ alg }, {}, unsigned)],
  ),
  ['of algorithm none that keeps a good signature', () => forge({ alg: 'none' })],
  ['of no algorithm', () => forge({ alg: undefined })],
  ['of a list of algorithms', () => forge({ alg: ['none', 'RS256'] })],
  ...(['json', 'pem', 'der'] as const).map(
    (form): Forgery => [
      `of HS256 with the public key as secret (${form})`,
      async () => forge({ alg: 'HS256' }, {}, hmac(await publicKeyAs(form))),
    ],
  ),
  [
    'of HS512 with the public key as secret',
    async () => forge({ alg: 'HS512' }, {}, hmac(await publicKeyAs('pem'), 'SHA-512')),
  ],
  [
    'of HS256 with a file that is empty as key',
    () => forge({ alg: 'HS256', kid: '../../dev/null' }, {}, hmac(new Uint8Array(1))),
  ],
  ['of RS512, by the right key', () => forge({ alg: 'RS512' }, {}, rsa('rsa', 'RS512'))],
  ['of PS256, by the right key', () => forge({ alg: 'PS256' }, {}, pss)],
  ['of ES256, which is not configured', () => forge({ alg: 'ES256', kid: testKey('ec').kid }, {}, ecdsa)],
  ['of ES256 under the RSA key’s id', () => forge({ alg: 'ES256' }, {}, ecdsa)],
  ['of RS256 under the EC key’s id', () => forge({ kid: testKey('ec').kid })],
];

const KEYS: readonly Forgery[] = [
  ['by a stranger’s key under our key’s id', () => forge({}, {}, stranger)],
  ['by an unknown key', () => forge({ kid: testKey('stranger').kid }, {}, stranger)],
  ['that names no key', () => forge({ kid: undefined })],
  ['that names an empty key', () => forge({ kid: '' })],
  ['that names a key by a number', () => forge({ kid: 1 })],
  [
    'with a jku header to the attacker’s keys',
    () => forge({ jku: 'https://evil.test/jwks', kid: 'evil' }, {}, stranger),
  ],
  ['with a jku header to our own keys', () => forge({ jku: `${ISSUER}/jwks` })],
  ['with a jwk header', () => forge({ jwk: testKey('stranger') }, {}, stranger)],
  ['with an x5u header', () => forge({ x5u: 'https://evil.test/cert' }, {}, stranger)],
  ['with an x5c header', () => forge({ x5c: ['MIIB'] }, {}, stranger)],
  ['with an extension that is critical', () => forge({ crit: ['exp'] })],
  ['with a payload that claims to be unencoded', () => forge({ b64: false })],
  ['with a payload that claims to be compressed', () => forge({ zip: 'DEF' })],
];

const ISSUERS: readonly Forgery[] = [
  ...[
    'https://elsewhere.test',
    `${ISSUER}/`,
    ISSUER.toUpperCase(),
    ISSUER.replace('https', 'http'),
    ` ${ISSUER}`,
    '',
  ].map((iss): Forgery => [`of the issuer ${JSON.stringify(iss)}`, () => claims({ iss })]),
  ['of a list of issuers', () => claims({ iss: [ISSUER] })],
  ['of no issuer', () => claims({ iss: undefined })],
];

const AUDIENCES: readonly Forgery[] = [
  ['for another audience', () => claims({ aud: 'somebody-else', azp: undefined }), 'unknown-audience'],
  [
    'for our audience in capitals',
    () => claims({ aud: BROWSER_CLIENT.toUpperCase(), azp: undefined }),
    'unknown-audience',
  ],
  ['for an audience called __proto__', () => claims({ aud: '__proto__', azp: undefined }), 'unknown-audience'],
  ['for several audiences', () => claims({ aud: [BROWSER_CLIENT, 'somebody-else'] })],
  ['for several audiences, ours last', () => claims({ aud: ['somebody-else', BROWSER_CLIENT] })],
  ['for an empty list of audiences', () => claims({ aud: [] })],
  ['for no audience', () => claims({ aud: undefined })],
  ['that was issued to another client', () => claims({ azp: 'somebody-else' })],
];

const TIMES: readonly Forgery[] = [
  ['that has expired for longer than the leeway', () => claims({ exp: now() - 62 }), 'expired-token'],
  ['that expired long ago', () => claims({ exp: 1 }), 'expired-token'],
  ['that never expires', () => claims({ exp: undefined })],
  ['that expires in words', () => claims({ exp: '9999999999' })],
  ['that expires beyond all dates', () => claims({ exp: 1e300 })],
  ['that is not yet valid, by more than the leeway', () => claims({ nbf: now() + 90 })],
  ['that is not valid before some words', () => claims({ nbf: 'now' })],
  ['that was issued in the future', () => claims({ iat: now() + 3600 })],
  ['that was issued at no time', () => claims({ iat: undefined })],
];

const PEOPLE: readonly Forgery[] = [
  ...[false, 'false', 'true', 1, null, undefined].map(
    (email_verified): Forgery => [
      `whose e-mail address is verified: ${JSON.stringify(email_verified) ?? 'absent'}`,
      () => claims({ email_verified }),
    ],
  ),
  ['without an e-mail address', () => claims({ email: undefined })],
  ['with a list of e-mail addresses', () => claims({ email: [ADMIN, VIEWER] })],
  ['with an e-mail address of two parts too many', () => claims({ email: `${ADMIN}@evil.test` })],
  ['with a Cyrillic letter in the e-mail address', () => claims({ sub: 'x', email: ADMIN.replace('a', 'а') })],
  [
    'with a sign in the e-mail address that folds to a letter',
    () => claims({ sub: 'x', email: 'bac.\u212aien@demo.test' }),
  ],
  ['with a full-width @ in the e-mail address', () => claims({ sub: 'x', email: ADMIN.replace('@', '＠') })],
  ['with a NUL after the e-mail address', () => claims({ sub: 'x', email: `${ADMIN}\0` })],
  ['with a space after the e-mail address', () => claims({ sub: 'x', email: `${ADMIN} ` })],
  ['of the same e-mail address with another subject', () => claims({ sub: 'somebody-new' }), 'other-account'],
  ['of no subject', () => claims({ sub: undefined })],
  ['of an empty subject', () => claims({ sub: '' })],
  ['of a subject that is a number', () => claims({ sub: 7 })],
  ['of a subject that has no end', () => claims({ sub: 'x'.repeat(256) })],
  ['that is an access token', () => forge({ typ: 'at+jwt' })],
  ['that is an access token with its whole media type', () => forge({ typ: 'application/at+jwt' })],
  ['of another type altogether', () => forge({ typ: 'secevent+jwt' })],
];

const TWICE: readonly Forgery[] = [
  [
    'that says two e-mail addresses',
    () => compact(JSON.stringify(goodHeader()), JSON.stringify(goodClaims()).replace('{', `{"email":"${VIEWER}",`)),
  ],
  [
    'that says its issuer twice, once escaped',
    () =>
      compact(
        JSON.stringify(goodHeader()),
        JSON.stringify(goodClaims()).replace('{', '{"\\u0069ss":"https://evil.test",'),
      ),
  ],
  [
    'that says two algorithms',
    () => compact(JSON.stringify(goodHeader()).replace('{', '{"alg":"none",'), JSON.stringify(goodClaims())),
  ],
  ['whose payload is of another token', async () => spliced(1)],
  ['whose header is of another token', async () => spliced(0)],
];

async function spliced(place: number): Promise<string> {
  const [parts, others] = [(await tokenOf({ email: VIEWER })).split('.'), (await forge({})).split('.')];
  return parts.map((part, index) => (index === place ? (others[index] ?? '') : part)).join('.');
}

export const FORGERIES: readonly Forgery[] = [
  ...ALGORITHMS,
  ...KEYS,
  ...ISSUERS,
  ...AUDIENCES,
  ...TIMES,
  ...PEOPLE,
  ...TWICE,
  ...MISSHAPEN,
];
