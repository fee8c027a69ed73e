/** Holds every answer of the API to the OpenAPI document: status, media type, headers, body; and every request that was taken to its schema. */
import { ROUTES } from '../api/routes.ts';
import { openApiDocument } from '../openapi/document.ts';
import { isApi } from '../openapi/operations.ts';
import { faultOf } from './json-schema.ts';

interface Media {
  readonly schema?: object;
}

/** An operation of the document, as far as it is looked at here. */
interface Described {
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, DescribedAnswer>>;
}

interface DescribedAnswer {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, Media>>;
}

export interface Exchange {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly sent: string | undefined;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const { paths } = openApiDocument(ROUTES);

/** What answers an address of the API that there is not, or not for this method, and what the edge may answer in its place. */
const NOWHERE: Described = {
  responses: Object.fromEntries(
    ['404', '405', '500', '503'].map((status) => [
      status,
      { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    ]),
  ),
};

const OPERATIONS = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(),
    path,
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
    operation: JSON.parse(JSON.stringify(operation)) as Described,
  })),
);

/** Throws, naming operation, status and fault, where an answer of the API is not as the document says. Pages are not looked at. */
export function requireConformance(exchange: Exchange): void {
  const { pathname } = new URL(`https://any.test${exchange.path}`);
  // A preflight is the browser's own question, answered for every address alike.
  if (!isApi(pathname) || exchange.method === 'OPTIONS') return;
  const asked = exchange.method === 'HEAD' ? 'GET' : exchange.method;
  const found = OPERATIONS.find(({ method, pattern }) => method === asked && pattern.test(pathname));
  const fault = faultIn(found?.operation ?? NOWHERE, exchange);
  if (fault === null) return;
  const name = found === undefined ? 'no operation' : `${found.method} ${found.path}`;
  throw new Error(`${name} (${exchange.method} ${exchange.path}) answered ${exchange.status}: ${fault}`);
}

function faultIn(operation: Described, exchange: Exchange): string | null {
  const answer = operation.responses[exchange.status];
  if (answer === undefined) return `a status that the document does not list, with ${exchange.body.slice(0, 300)}`;
  const missing = Object.keys(answer.headers ?? {}).filter((name) => !exchange.headers.has(name));
  if (missing.length > 0) return `without the header ${missing.join(', ')}`;
  return bodyFault(answer, exchange) ?? requestFault(operation, exchange);
}

function bodyFault({ content }: DescribedAnswer, { method, headers, body }: Exchange): string | null {
  const type = headers.get('Content-Type')?.split(';')[0]?.trim() ?? '';
  if (content === undefined || method === 'HEAD')
    return body === '' ? null : `a body where there should be none: ${body.slice(0, 300)}`;
  const media = content[type];
  if (media === undefined) return `the type "${type}" instead of ${Object.keys(content).join(', ')}`;
  if (media.schema === undefined) return null;
  if (type !== 'application/x-ndjson') return jsonFault(media.schema, body);
  const lines = body.split('\n').filter((line) => line !== '');
  return lines.map((line) => jsonFault(media.schema ?? {}, line)).find((fault) => fault !== null) ?? null;
}

/** What the service takes, the document must allow: else clients that go by it could not send what they may. */
function requestFault({ requestBody }: Described, { sent, status }: Exchange): string | null {
  if (requestBody === undefined || status >= 300) return null;
  const schema = requestBody.content['application/json']?.schema;
  if (sent === undefined || sent.trim() === '') {
    return requestBody.required ? 'to no body, though one is required' : null;
  }
  const fault = schema === undefined ? null : jsonFault(schema, sent);
  return fault === null ? null : `to a request that the document does not allow: ${fault}`;
}

function jsonFault(schema: object, text: string): string | null {
  try {
    return faultOf(schema, JSON.parse(text));
  } catch (cause) {
    return cause instanceof SyntaxError ? `no JSON: ${text.slice(0, 300)}` : String(cause);
  }
}
