/** Issuers whose keys cannot be had or are none, each wrong in one way: `https://<way>.keys.test`. In Node, outside the Worker. */
import { type Request as OutRequest, Response as OutResponse } from 'miniflare';

export const WRONG_KEYS = '.keys.test';

type Answer = () => OutResponse | Promise<OutResponse>;

const ANSWERS: Readonly<Record<string, Answer>> = {
  failing: () => new OutResponse('no', { status: 500 }),
  page: () => new OutResponse('<html>sign in to the network</html>', { headers: { 'Content-Type': 'text/html' } }),
  empty: () => new OutResponse(''),
  null: () => OutResponse.json(null),
  list: () => OutResponse.json([{ kty: 'RSA' }]),
  keyless: () => OutResponse.json({ keys: 'none' }),
  typeless: () => OutResponse.json({ keys: [{ kid: 'a' }] }),
  huge: () => new OutResponse(`{"keys": []}${' '.repeat(70_000)}`),
  moved: () => new OutResponse(null, { status: 302, headers: { Location: 'https://issuer.test/jwks' } }),
  broken: () => {
    throw new Error('connection reset');
  },
  slow: () => new Promise<OutResponse>(() => {}),
};

/** What a discovery document says beside its issuer, by the host's first word: each leads to `http:`, where nobody may go. */
const DISCOVERED: Readonly<Record<string, (host: string) => Readonly<Record<string, string>>>> = {
  'insecure-authorization': (host) => ({ authorization_endpoint: `http://${host}/authorize` }),
  'insecure-token': (host) => ({ token_endpoint: `http://${host}/token` }),
};

/** The wrong answer to a question for keys; else discovery says that they lie at `http:`. */
export function answerWrongly(request: OutRequest): OutResponse | Promise<OutResponse> {
  const { origin, hostname, pathname } = new URL(request.url);
  if (pathname === '/.well-known/openid-configuration') {
    const led = DISCOVERED[hostname.slice(0, -WRONG_KEYS.length)]?.(hostname);
    return OutResponse.json({ issuer: origin, ...(led ?? { jwks_uri: `http://${hostname}/jwks` }) });
  }
  const answer = ANSWERS[hostname.slice(0, -WRONG_KEYS.length)];
  return answer === undefined ? new OutResponse('no', { status: 404 }) : answer();
}
