/** What every route of the desk's server needs: bodies with a limit, answers, problems, and who may call. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { words } from './words.ts';

const PROBLEMS = {
  'unknown-person': [400, words.problems.unknownPerson],
  'bad-field': [400, words.problems.badField],
  'not-form': [400, words.problems.notForm],
  'not-json': [400, words.problems.notJson],
  'foreign-origin': [403, words.problems.foreignOrigin],
  'not-found': [404, words.problems.notFound],
  'bad-method': [405, words.problems.badMethod],
  'stale-version': [409, words.problems.stale],
  'other-writer': [409, words.problems.otherWriter],
  'too-large': [413, words.problems.tooLarge],
  'bad-host': [421, words.problems.badHost],
  unexpected: [500, words.problems.unexpected],
  'not-built': [503, words.problems.notBuilt],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Thrown inside a route and rendered once, by the server, as RFC 9457 problem+json. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;

  constructor(code: ProblemCode, detail?: string) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

export function sendProblem(response: ServerResponse, problem: Problem): void {
  const [status, title] = PROBLEMS[problem.code];
  const body = {
    type: `/problems/${problem.code}`,
    code: problem.code,
    title,
    status,
    detail: problem.detail ?? title,
  };
  send(response, status, 'application/problem+json; charset=utf-8', JSON.stringify(body));
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

export function sendHtml(
  response: ServerResponse,
  status: number,
  html: string,
  headers: Record<string, string> = {},
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  send(response, status, 'text/html; charset=utf-8', html);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

/** Reads a body as UTF-8 text of at most `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) throw new Problem('too-large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const text = await readBody(request, limit);
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('not-json');
  }
}

/**
 * Refuses a request whose Host is not this machine's: a page of another site whose name is made to resolve to
 * 127.0.0.1 (DNS rebinding) would otherwise be of our own origin.
 */
export function requireLocalHost(request: IncomingMessage, port: number): void {
  const host = request.headers.host?.toLowerCase();
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) throw new Problem('bad-host');
}

/** Refuses a call that a page of another origin makes; a program without a browser sends neither header and may. */
export function requireOwnOrigin(request: IncomingMessage, origin: string): void {
  const sent = request.headers.origin;
  if (sent !== undefined && sent !== origin) throw new Problem('foreign-origin');
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('foreign-origin');
}
