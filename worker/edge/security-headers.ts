/** The headers that every answer carries, whatever made it: the Worker, or the platform that serves what the pages load. */

/** Nothing inline, neither script nor style; nothing from elsewhere; in no frame. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ');

/** For what is no page: shown as one by mistake, it could load nothing, run nothing, and would be of no origin. */
const DATA_POLICY =
  "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; sandbox";

const NO_FEATURES = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
];

const ALWAYS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  // Not "no-referrer": browsers would then send `Origin: null` with our own forms, and `Origin` guards the session.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': NO_FEATURES.map((name) => `${name}=()`).join(', '),
};

const OVER_HTTPS = 'max-age=31536000; includeSubDomains';

/** @param isSecure whether the request came by `https:`; browsers take the rule for later visits from no other answer. */
export function addSecurityHeaders(headers: Headers, isSecure: boolean): void {
  for (const [name, value] of Object.entries(ALWAYS)) headers.set(name, value);
  const isPage = headers.get('Content-Type')?.startsWith('text/html') === true;
  headers.set('Content-Security-Policy', isPage ? PAGE_POLICY : DATA_POLICY);
  if (isSecure) headers.set('Strict-Transport-Security', OVER_HTTPS);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
}

/** The same for the pages' script and styles, which the platform serves without asking the Worker: its file `_headers`. */
export function assetRules(): string {
  const headers = { ...ALWAYS, 'Content-Security-Policy': DATA_POLICY, 'Strict-Transport-Security': OVER_HTTPS };
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `/*\n${lines.join('')}`;
}
