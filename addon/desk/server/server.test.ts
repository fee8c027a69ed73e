import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBookStore } from './books.ts';
import { type Desk, startDesk } from './server.ts';
import { withFrameScript } from './shown-html.ts';

let folder: string;
let desk: Desk;
let worker: Server;
let workerOrigin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-server-'));
  await mkdir(join(folder, 'dist', 'page'), { recursive: true });
  await writeFile(join(folder, 'dist', 'page', 'index.html'), '<!doctype html><title>desk</title>');
  await writeFile(join(folder, 'dist', 'code.js'), 'function onOpen() {}');
  await writeFile(join(folder, 'secret.html'), 'secret');
  worker = createServer((asked, answer) => {
    answer.writeHead(asked.url === '/teapot' ? 418 : 200, { 'x-method': asked.method, etag: '"3"' });
    asked.pipe(answer);
  });
  await new Promise<void>((resolve) => worker.listen(0, '127.0.0.1', resolve));
  const address = worker.address();
  workerOrigin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  desk = await startDesk({
    port: 0,
    workerOrigin,
    dataDir: join(folder, 'data'),
    bundleDir: join(folder, 'dist'),
    pageDir: join(folder, 'dist', 'page'),
    log: () => {},
  });
});

afterAll(async () => {
  await desk.close();
  worker.close();
  await rm(folder, { recursive: true });
});

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(desk.origin + path, { method: 'POST', body: JSON.stringify(body), headers });
}

async function booksOf({ origin }: Desk): Promise<readonly { readonly title: string | null }[]> {
  const list = (await (await fetch(`${origin}/books`)).json()) as {
    readonly books: readonly { title: string | null }[];
  };
  return list.books;
}

/** A request whose Host and path are sent as they are, which fetch does not let one do. */
function raw(path: string, host: string): Promise<number> {
  const { hostname, port } = new URL(desk.origin);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });
}

describe('the desk server', () => {
  it('serves the page, and nothing outside its folder', async () => {
    expect(await (await fetch(`${desk.origin}/`)).text()).toContain('<title>desk</title>');
    const { host } = new URL(desk.origin);
    expect(await raw('/../../secret.html', host)).toBe(404);
    expect(await raw('/%2e%2e/%2e%2e/secret.html', host)).toBe(404);
    expect(await raw('/..%2f..%2fsecret.html', host)).toBe(404);
  });

  it('does NOT answer under another name than this machine’s (DNS rebinding)', async () => {
    const { port } = new URL(desk.origin);
    expect(await raw('/books', `rebound.test:${port}`)).toBe(421);
    expect(await raw('/books', `127.0.0.1:${port}`)).toBe(200);
    expect(await raw('/', `localhost:${port}`)).toBe(307);
  });

  it('does NOT let a page of another origin read or write', async () => {
    const foreign = { origin: workerOrigin };
    expect((await post('/books/desk-office/open', { writer: 'window-one' }, foreign)).status).toBe(403);
    expect((await fetch(`${desk.origin}/books`, { headers: { 'sec-fetch-site': 'same-site' } })).status).toBe(403);
    const asked = '/identity-token?email=admin@demo.test&aud=addin-office';
    expect((await fetch(desk.origin + asked, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  });

  it('lists the four desks and whose they are', async () => {
    const list = (await (await fetch(`${desk.origin}/books`)).json()) as {
      workerOrigin: string;
      books: { unit: string }[];
    };
    expect(list.workerOrigin).toBe(workerOrigin);
    expect(list.books.map(({ unit }) => unit)).toEqual(['chieng-mung', 'muong-bang', 'muong-bon', 'office']);
    expect(list.books[3]).toMatchObject({ unitName: 'Cấp xã', person: 'Người báo cáo Cấp xã', sample: false });
  });

  it('lists a workbook that a person had before only once it is there, apart from the unit’s own', async () => {
    expect((await booksOf(desk)).filter(({ title }) => title !== null)).toEqual([]);
    const books = createBookStore(join(folder, 'data'));
    await books.seed('office-by-year', { name: 'Biểu' }, { sample: true });
    const own = (await booksOf(desk)).filter(({ title }) => title !== null);
    expect(own).toMatchObject([{ id: 'office-by-year', unit: 'muong-bang', title: 'Biểu theo năm', sample: true }]);
  });

  it('stores a workbook and its steps', async () => {
    const writer = 'window-one';
    const path = '/books/desk-muong-bon';
    expect(await (await post(`${path}/open`, { writer })).json()).toEqual({ sequence: 0, state: null });
    const put = JSON.stringify({ writer, sequence: 1, state: { a: [1] } });
    expect((await fetch(desk.origin + path, { method: 'PUT', body: put })).status).toBe(200);
    const patch = JSON.stringify({ writer, steps: [{ sequence: 2, changes: [{ path: ['a', 0], set: 2 }] }] });
    expect((await fetch(desk.origin + path, { method: 'PATCH', body: patch })).status).toBe(200);
    expect(await (await fetch(desk.origin + path)).json()).toEqual({ sequence: 2, state: { a: [2] } });
    const again = await fetch(desk.origin + path, { method: 'PUT', body: put });
    expect(await again.json()).toMatchObject({ code: 'stale-version', status: 409 });
  });

  it('knows no other workbooks, methods or shapes', async () => {
    expect((await fetch(`${desk.origin}/books/desk-elsewhere`)).status).toBe(404);
    expect((await fetch(`${desk.origin}/books`, { method: 'DELETE' })).status).toBe(405);
    expect((await post('/books/desk-office/open', { writer: 7 })).status).toBe(400);
    const broken = await fetch(`${desk.origin}/books/desk-office/open`, { method: 'POST', body: '{' });
    expect(await broken.json()).toMatchObject({ code: 'not-json' });
  });

  it('takes a script’s request to the Worker and brings the whole answer back', async () => {
    const asked = { url: `${workerOrigin}/teapot`, method: 'put', headers: { 'If-Match': '"2"' }, payload: '{"ô":1}' };
    const answer = await (await post('/fetch', asked)).json();
    expect(answer).toMatchObject({ ok: true, status: 418, body: '{"ô":1}' });
    expect(answer).toMatchObject({ headers: { 'x-method': 'PUT', etag: '"3"' } });
  });

  it('does NOT take it anywhere else', async () => {
    const port = new URL(desk.origin).port;
    for (const url of [
      'http://169.254.169.254/',
      `http://127.0.0.1:${port}/books`,
      `${workerOrigin}.evil.test/`,
      'x',
    ]) {
      const answer = await post('/fetch', { url, method: 'get', headers: {}, payload: null });
      expect(await answer.json()).toEqual({ ok: false, reason: 'not-allowed' });
    }
  });

  it('gives workbooks’ tokens, never one of the browser sign-in', async () => {
    const good = await fetch(`${desk.origin}/identity-token?email=admin@demo.test&aud=addin-muong-bon`);
    expect(await good.json()).toHaveProperty('id_token');
    const bad = await fetch(`${desk.origin}/identity-token?email=admin@demo.test&aud=commune-view`);
    expect(bad.status).toBe(400);
  });

  it('says what is missing while the add-in is not built', async () => {
    expect(await (await fetch(`${desk.origin}/bundle`)).json()).toMatchObject({ code: 'not-built', status: 503 });
  });

  it('keeps what a script showed for a frame to load', async () => {
    const { path } = (await (await post('/html', { html: '<p>Chào</p>' })).json()) as { path: string };
    expect(await (await fetch(desk.origin + path)).text()).toBe('<script src="/google-script.js"></script><p>Chào</p>');
    expect((await fetch(`${desk.origin}/html/unknown`)).status).toBe(404);
  });
});

describe('a relay to a Worker that is down', () => {
  it('says that it cannot be reached', async () => {
    const dead = await startDesk({
      port: 0,
      workerOrigin: 'http://127.0.0.1:9',
      dataDir: join(folder, 'data-2'),
      bundleDir: join(folder, 'dist'),
      pageDir: join(folder, 'dist', 'page'),
      log: () => {},
    });
    const body = JSON.stringify({ url: 'http://127.0.0.1:9/healthz', method: 'get', headers: {}, payload: null });
    const answer = await fetch(`${dead.origin}/fetch`, { method: 'POST', body });
    expect(await answer.json()).toEqual({ ok: false, reason: 'unreachable' });
    await dead.close();
  });
});

describe('the script put in front of a shown page', () => {
  it.each([
    ['<!doctype html><html><head lang="vi"><script>a</script></head></html>', '<!doctype html><html><head lang="vi">'],
    ['<!DOCTYPE html><p>a</p>', '<!DOCTYPE html>'],
    ['<header>a</header>', ''],
  ])('comes first in %s', (html, before) => {
    expect(withFrameScript(html)).toBe(
      `${before}<script src="/google-script.js"></script>${html.slice(before.length)}`,
    );
  });
});
