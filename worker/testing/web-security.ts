/** What every answer of the service is held to, written a second time and by hand: whatever made the answer, and to whomever it goes. */
import { ISSUER, ORIGIN } from './client.ts';
import { type PageElement, parsePage } from './elements.ts';

const PAGE_POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'object-src': "'none'",
};
const DATA_POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'object-src': "'none'",
  sandbox: '',
};

const EXACTLY: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
};

/** What tells strangers what runs here, or lets them in. */
const NEVER = ['Server', 'X-Powered-By', 'Access-Control-Allow-Credentials', 'X-Commune-Caller', 'SourceMap'];

/** Elements that bring somebody else's content, or move where addresses lead. */
const FOREIGN_ELEMENTS = ['base', 'iframe', 'frame', 'object', 'embed', 'applet', 'portal', 'foreignobject'];

/** Every fault of an answer, in words; none for one that is as it should be. `text` is its body. */
export async function faultsOf(path: string, response: Response, text: string): Promise<string[]> {
  // An upgraded connection has no body, and the browser looks at none of these.
  if (response.webSocket !== null) return cookieFaults(response.headers);
  const { headers } = response;
  const isPage = headers.get('Content-Type')?.startsWith('text/html') === true;
  return [
    ...headerFaults(path, headers, isPage),
    ...cookieFaults(headers),
    ...typeFaults(headers, text),
    ...wayFaults(headers),
    ...(/\bat (?:async )?[\w.]+ \(|\.tsx?:\d|SQLITE_/.test(text) ? ['tells of the inside'] : []),
    ...(isPage ? await pageFaults(text) : []),
  ];
}

function headerFaults(path: string, headers: Headers, isPage: boolean): string[] {
  const wrong = Object.entries(EXACTLY).filter(([name, value]) => headers.get(name) !== value);
  const policy = policyOf(headers.get('Content-Security-Policy') ?? '');
  const features = (headers.get('Permissions-Policy') ?? '').split(', ');
  const kept = headers.get('Cache-Control') ?? '';
  const isAskedAbout = kept === 'private, no-cache' && headers.has('ETag');
  const isForAnyone = kept === 'no-cache' && path === '/openapi.json';
  return [
    ...wrong.map(([name]) => `${name}: ${headers.get(name)}`),
    ...(JSON.stringify(policy) === JSON.stringify(isPage ? PAGE_POLICY : DATA_POLICY)
      ? []
      : [`policy ${JSON.stringify(policy)}`]),
    ...(['camera=()', 'geolocation=()', 'microphone=()'].every((each) => features.includes(each)) ? [] : ['features']),
    ...(kept === 'no-store' || isAskedAbout || isForAnyone ? [] : [`may be kept: ${kept}`]),
    ...NEVER.filter((name) => headers.has(name)),
    ...(headers.get('Access-Control-Allow-Origin') === '*' ? ['anybody may read'] : []),
    ...(headers.get('Vary')?.includes('Origin') === true ? [] : ['does not vary by origin']),
  ];
}

function policyOf(text: string): Record<string, string> {
  const parts = text.split('; ').map((each) => each.split(' '));
  return Object.fromEntries(parts.map(([name = '', ...values]) => [name, values.join(' ')]));
}

function cookieFaults(headers: Headers): string[] {
  return headers.getSetCookie().flatMap((cookie) => {
    const [pair = '', ...attributes] = cookie.split('; ');
    const others = attributes.filter((each) => !/^Max-Age=\d+$/.test(each)).toSorted();
    const isSound = /^__Host-[\w-]+=/.test(pair) && others.join() === 'HttpOnly,Path=/,SameSite=Lax,Secure';
    return isSound ? [] : [`cookie ${cookie}`];
  });
}

function typeFaults(headers: Headers, text: string): string[] {
  const type = headers.get('Content-Type');
  if (text !== '' && type === null) return ['a body of no type'];
  return type !== null && /^text\//.test(type) && !/; ?charset=utf-8$/i.test(type) ? [`type ${type}`] : [];
}

/** On to a page of ours, or to an issuer that is configured. */
function wayFaults(headers: Headers): string[] {
  const way = headers.get('Location');
  if (way === null) return [];
  const { origin } = new URL(way, ORIGIN);
  return origin === ORIGIN || origin === ISSUER ? [] : [`leads to ${way}`];
}

async function pageFaults(html: string): Promise<string[]> {
  const { elements, inline } = await parsePage(html);
  return [...(inline.trim() === '' ? [] : ['an inline script or style']), ...elements.flatMap(elementFaults)];
}

function elementFaults({ name, attributes }: PageElement): string[] {
  const at = (attribute: string) => attributes.get(attribute) ?? '';
  const names = [...attributes.keys()];
  const addresses = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'srcset'].map(at);
  return [
    ...(FOREIGN_ELEMENTS.includes(name) ? [`<${name}>`] : []),
    ...names.filter((each) => each.startsWith('on') || each === 'style').map((each) => `<${name} ${each}>`),
    ...addresses.filter((each) => !isOwnAddress(each)).map((each) => `<${name}> leads to ${each}`),
    ...(name === 'script' && at('src') !== '/assets/view.js' ? ['<script>'] : []),
    ...(name === 'style' ? ['<style>'] : []),
    ...(name === 'link' && at('href') !== '/assets/view.css' ? ['<link>'] : []),
    ...(name === 'meta' && attributes.has('http-equiv') ? ['<meta http-equiv>'] : []),
    ...(name === 'form' && !['get', 'post'].includes(at('method').toLowerCase() || 'get') ? ['<form method>'] : []),
  ];
}

function isOwnAddress(address: string): boolean {
  if (address === '' || address.startsWith('#')) return true;
  return URL.parse(address, ORIGIN)?.origin === ORIGIN;
}
