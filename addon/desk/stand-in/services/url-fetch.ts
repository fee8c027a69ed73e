/** UrlFetchApp over a synchronous port: 20,000 calls a day, the manifest's list of hosts, Google's words for what fails. */
import { utf8Bytes } from '../model/utf8.ts';
import type { FetchAnswer, FetchRequest } from '../ports.ts';
import { asBlob } from './blob.ts';
import type { Kit } from './kit.ts';
import { strict } from './strict.ts';

type GService = GoogleAppsScript.URL_Fetch.UrlFetchApp;
type GResponse = GoogleAppsScript.URL_Fetch.HTTPResponse;
type GOptions = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions;
type GRequest = GoogleAppsScript.URL_Fetch.URLFetchRequest;

const OPTIONS = new Set([
  'url',
  'contentType',
  'headers',
  'method',
  'payload',
  'validateHttpsCertificates',
  'followRedirects',
  'muteHttpExceptions',
  'escaping',
]);
const METHODS = ['get', 'delete', 'patch', 'post', 'put'] as const;
/** Google sets these itself. */
const REFUSED_HEADERS = new Set(['host', 'content-length', 'user-agent', 'x-forwarded-for']);
/** Google's limits of one call, bytes of UTF-8 but for the count. */
const LIMITS = { url: 2 * 1024, headers: 100, header: 8 * 1024, payload: 50 * 1024 * 1024 };
const URL_SHAPE = /^https?:\/\/[^\s/?#]+([/?#]\S*)?$/i;

export function makeUrlFetchApp(kit: Kit): GService {
  const fetch = (url: string, options: GOptions = {}): GResponse => fetchOne(kit, url, options);
  return strict<GService>(kit.run, 'UrlFetchApp', {
    fetch,
    fetchAll: (requests: (GRequest | string)[]) =>
      requests.map((request) => (typeof request === 'string' ? fetch(request) : fetch(request.url, request))),
  });
}

function fetchOne(kit: Kit, url: string, options: GOptions): GResponse {
  const { host, identity } = kit.run;
  const request = requestOf(kit, url, options);
  const allowed = host.manifest?.urlFetchWhitelist;
  if (allowed && !allowed.some((prefix) => url.startsWith(prefix)))
    throw new Error(`Request to ${url} is not permitted: it is not in urlFetchWhitelist.`);
  host.quotas.count(identity.effective.email, 'urlFetch');
  const answer = host.ports.fetch(request);
  if (answer.kind === 'unreachable') throw new Error(`Address unavailable: ${url}`);
  if (answer.kind === 'timeout') {
    kit.run.spend(60_000);
    throw new Error(`Timeout: ${url}`);
  }
  if (answer.status >= 400 && options.muteHttpExceptions !== true) throw new Error(failure(url, answer));
  return makeResponse(kit, answer);
}

function requestOf(kit: Kit, url: string, options: GOptions): FetchRequest {
  if (!URL_SHAPE.test(url)) throw new Error(`Invalid argument: ${url}`);
  const strange = Object.keys(options).find((key) => !OPTIONS.has(key));
  if (strange) throw new Error(`UrlFetchApp's option ${strange} is not in the stand-in`);
  const asked = String(options.method ?? 'get').toLowerCase();
  const method = METHODS.find((one) => one === asked);
  if (!method) throw new Error(`Attribute provided with invalid value: method`);
  const body = bodyOf(kit, options.payload);
  const headers: Record<string, string> = {};
  if (body.text !== null) headers['Content-Type'] = options.contentType ?? body.contentType;
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (REFUSED_HEADERS.has(name.toLowerCase()))
      throw new Error(`Attribute provided with invalid value: Header:${name}`);
    headers[name] = String(value);
  }
  const request = { url, method, headers, body: body.text, followRedirects: options.followRedirects ?? true };
  checkSize(request);
  return request;
}

function checkSize({ url, headers, body }: FetchRequest): void {
  const lines = Object.entries(headers);
  const tooLarge =
    utf8Bytes(url).length > LIMITS.url
      ? 'URL Length'
      : lines.length > LIMITS.headers || lines.some(([name, value]) => utf8Bytes(name + value).length > LIMITS.header)
        ? 'Header Size'
        : (body?.length ?? 0) > LIMITS.payload
          ? 'POST Size'
          : null;
  if (tooLarge !== null) throw new Error(`Limit Exceeded: URLFetch ${tooLarge}.`);
}

function bodyOf(kit: Kit, payload: GOptions['payload']): { text: string | null; contentType: string } {
  const form = 'application/x-www-form-urlencoded';
  if (payload === undefined || payload === null) return { text: null, contentType: form };
  if (typeof payload === 'string') return { text: payload, contentType: form };
  if (kit.blobs.find(payload)) throw new Error('UrlFetchApp with a Blob payload is not in the stand-in');
  const text = Object.entries(payload)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return { text, contentType: form };
}

type Answered = Extract<FetchAnswer, { kind: 'response' }>;

function makeResponse(kit: Kit, answer: Answered): GResponse {
  const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [titleCase(name), value]));
  const single = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : value.join(', ')]),
  );
  const contentType = single['Content-Type'] ?? null;
  return strict<GResponse>(kit.run, 'HTTPResponse', {
    getResponseCode: () => answer.status,
    getContentText: () => answer.body,
    getContent: () => utf8Bytes(answer.body).map((byte) => (byte > 127 ? byte - 256 : byte)),
    getBlob: () => asBlob(kit, utf8Bytes(answer.body), contentType, null),
    getHeaders: () => ({ ...single }),
    getAllHeaders: () => ({ ...headers }),
  });
}

function failure(url: string, answer: Answered): string {
  const host = url.split('/').slice(0, 3).join('/');
  const shown = answer.body.slice(0, 300);
  return `Request failed for ${host} returned code ${answer.status}. Truncated server response: ${shown} (use muteHttpExceptions option to examine full response)`;
}

/** Names come as "Etag": whoever reads them must not count on a case. */
function titleCase(name: string): string {
  return name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}
