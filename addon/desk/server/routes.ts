/** The table of the desk server's routes, each to a short handler. */

import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Answers } from './answers.ts';
import type { BookStore, SaveResult } from './books.ts';
import { relay } from './fetch-relay.ts';
import { Problem, readJson, sendHtml, sendJson } from './http.ts';
import type { Json } from './json-delta.ts';
import { DESKS, type Desk, findDesk, findPerson, OWN_BOOKS } from './people.ts';
import type { ShownHtmlStore } from './shown-html.ts';
import type { IssueToken } from './token-endpoint.ts';
import {
  Answer,
  type BookEntry,
  type BookList,
  OpenBook,
  PatchBook,
  PutBook,
  RelayRequest,
  ShownHtml,
} from './wire.ts';

const STATE_LIMIT = 32 * 1024 * 1024;
const SMALL_LIMIT = 256 * 1024;

export interface RouteContext {
  readonly origin: string;
  readonly workerOrigin: string;
  /** Folder of the add-in's build: `code.js`, its pages, `appsscript.json`. */
  readonly bundleDir: string;
  readonly pageDir: string;
  readonly books: BookStore;
  readonly shown: ShownHtmlStore;
  readonly answers: Answers;
  readonly issueToken: IssueToken;
}

interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** What the route's pattern caught: an id or a file's name. */
  readonly name: string;
}

type Handler = (context: RouteContext, call: Call) => Promise<void>;

const ROUTES: readonly (readonly [method: string, pattern: RegExp, handler: Handler])[] = [
  ['GET', /^\/books()$/, listBooks],
  ['GET', /^\/books\/([a-z0-9-]+)$/, readBook],
  ['POST', /^\/books\/([a-z0-9-]+)\/open$/, openBook],
  ['PUT', /^\/books\/([a-z0-9-]+)$/, putBook],
  ['PATCH', /^\/books\/([a-z0-9-]+)$/, patchBook],
  ['GET', /^\/bundle()$/, readBundle],
  ['POST', /^\/html()$/, showHtml],
  ['GET', /^\/html\/([\w-]+)$/, readHtml],
  ['GET', /^\/answers\/([\w-]+)$/, awaitAnswer],
  ['POST', /^\/answers\/([\w-]+)$/, giveAnswer],
  ['POST', /^\/fetch()$/, fetchForScript],
  ['GET', /^\/identity-token()$/, identityToken],
];

/** Runs the route of this request; false: there is none. */
export async function route(
  context: RouteContext,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const matching = ROUTES.filter(([, pattern]) => pattern.test(url.pathname));
  if (matching.length === 0) return false;
  const found = matching.find(([method]) => method === request.method);
  if (found === undefined) throw new Problem('bad-method');
  const name = found[1].exec(url.pathname)?.[1] ?? '';
  await found[2](context, { request, response, url, name });
  return true;
}

async function listBooks({ books, workerOrigin }: RouteContext, { response }: Call): Promise<void> {
  const entries: BookEntry[] = [];
  for (const desk of DESKS) entries.push({ ...entryOf(desk), title: null, sample: await books.isSample(desk.book) });
  for (const own of OWN_BOOKS) {
    if (await books.isThere(own.book)) entries.push({ ...entryOf(own), title: own.title, sample: true });
  }
  const list: BookList = { workerOrigin, books: entries };
  sendJson(response, 200, list);
}

function entryOf({ book, unit, unitName, email }: Desk): Omit<BookEntry, 'title' | 'sample'> {
  return { id: book, unit, unitName, email, person: findPerson(email)?.name ?? email };
}

async function readBook({ books }: RouteContext, { response, name }: Call): Promise<void> {
  sendJson(response, 200, await books.read(bookId(name)));
}

async function openBook({ books }: RouteContext, { request, response, name }: Call): Promise<void> {
  const { writer } = check(OpenBook, await readJson(request, SMALL_LIMIT));
  sendJson(response, 200, await books.open(bookId(name), writer));
}

async function putBook({ books }: RouteContext, { request, response, name }: Call): Promise<void> {
  const { writer, sequence, state } = check(PutBook, await readJson(request, STATE_LIMIT));
  // JSON.parse gave it: it is JSON, whatever is in it.
  sendSaved(response, await books.put(bookId(name), writer, sequence, state as Json));
}

async function patchBook({ books }: RouteContext, { request, response, name }: Call): Promise<void> {
  const { writer, steps } = check(PatchBook, await readJson(request, STATE_LIMIT));
  sendSaved(response, await books.patch(bookId(name), writer, steps));
}

async function readBundle({ bundleDir }: RouteContext, { response }: Call): Promise<void> {
  const [code, sidebar, link, manifest] = await Promise.all(
    ['code.js', 'sidebar.html', 'link.html', 'appsscript.json'].map((name) => readBuilt(join(bundleDir, name))),
  );
  sendJson(response, 200, { code, files: { sidebar, link, appsscript: manifest } });
}

async function showHtml({ shown }: RouteContext, { request, response }: Call): Promise<void> {
  const { html } = check(ShownHtml, await readJson(request, STATE_LIMIT));
  sendJson(response, 201, { path: `/html/${shown.add(html)}` });
}

async function readHtml({ shown }: RouteContext, { response, name }: Call): Promise<void> {
  const html = shown.get(name);
  if (html === undefined) throw new Problem('not-found');
  sendHtml(response, 200, html, { 'content-security-policy': "frame-ancestors 'self'" });
}

async function awaitAnswer({ answers }: RouteContext, { response, name }: Call): Promise<void> {
  answers.wait(name, response);
}

async function giveAnswer({ answers }: RouteContext, { request, response, name }: Call): Promise<void> {
  answers.give(name, check(Answer, await readJson(request, SMALL_LIMIT)));
  sendJson(response, 200, {});
}

async function fetchForScript({ workerOrigin }: RouteContext, { request, response }: Call): Promise<void> {
  const asked = check(RelayRequest, await readJson(request, STATE_LIMIT));
  sendJson(response, 200, await relay(asked, workerOrigin));
}

/** What `ScriptApp.getIdentityToken()` gets: a token with the workbook's own audience, never the browser sign-in's. */
async function identityToken({ issueToken }: RouteContext, { response, url }: Call): Promise<void> {
  const email = url.searchParams.get('email') ?? '';
  const aud = url.searchParams.get('aud') ?? '';
  if (!DESKS.some(({ unit }) => aud === `addin-${unit}`)) throw new Problem('bad-field', 'aud');
  sendJson(response, 200, { id_token: await issueToken({ email, aud }) });
}

function sendSaved(response: ServerResponse, result: SaveResult): void {
  if (!result.ok) throw new Problem(result.why === 'stale' ? 'stale-version' : 'other-writer');
  sendJson(response, 200, { sequence: result.sequence });
}

function bookId(name: string): string {
  if (findDesk(name) === undefined) throw new Problem('not-found');
  return name;
}

async function readBuilt(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Problem('not-built');
  }
}

function check<T extends v.GenericSchema>(schema: T, value: unknown): v.InferOutput<T> {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new Problem('not-json', v.getDotPath(result.issues[0]) ?? undefined);
  return result.output;
}
