/** For browser tests of the view: pages with the real script and styles, under the Worker's policy, and a live connection that the test opens and feeds. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';

/** As strict as the Worker's: nothing inline runs, and what breaks it is reported on the console. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

/** A WebSocket that the test opens, feeds and closes. */
const FAKE_SOCKET = `
  globalThis.sockets = [];
  globalThis.WebSocket = class extends EventTarget {
    constructor(url, protocols) { super(); Object.assign(this, { url: String(url), protocols }); sockets.push(this); }
    close() { this.dispatchEvent(new Event('close')); }
  };`;

export interface Served {
  readonly origin: string;
  close(): void;
}

/** Serves what `answer` renders for a request: a page's HTML, or the address that it sends the browser to. */
export async function serveView(
  answer: (method: string, url: URL) => string | { readonly location: string },
): Promise<Served> {
  const assets = await buildAssets();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://any');
    const asset = assets.get(url.pathname);
    if (asset !== undefined) {
      const type = url.pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
      response.writeHead(200, { 'Content-Type': type }).end(asset);
      return;
    }
    const answered = answer(request.method ?? 'GET', url);
    if (typeof answered === 'string') {
      const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY };
      response.writeHead(200, headers).end(answered);
    } else {
      response.writeHead(303, { Location: answered.location }).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function buildAssets(): Promise<Map<string, string>> {
  const here = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
  const built = await build({
    entryPoints: { view: here('main.ts'), 'view-style': here('view.css') },
    bundle: true,
    format: 'iife',
    outdir: '/',
    write: false,
  });
  return new Map(
    built.outputFiles.map((file) => [file.path.endsWith('.css') ? '/assets/view.css' : '/assets/view.js', file.text]),
  );
}

/** Of one page: what a test does to its live connection, and waits for. To be made before the page is opened. */
export async function liveOf(page: Page) {
  await page.addInitScript(FAKE_SOCKET);
  return {
    open: () => page.evaluate(`sockets.at(-1).dispatchEvent(new Event('open'))`),
    close: () => page.evaluate('sockets.at(-1).close()'),
    announce: (period: string) =>
      page.evaluate(
        `sockets.at(-1).dispatchEvent(new MessageEvent('message', { data: '{"type":"summary","period":"${period}","sequence":18}' }))`,
      ),
    state: (wanted: string) => page.waitForSelector(`[data-live-status][data-state=${wanted}]`),
  };
}
