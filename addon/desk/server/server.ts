/** The desk's server: the page, its workbooks, the script's way out, and the identity stand-in, on one loopback port. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createAnswers } from './answers.ts';
import { createBookStore } from './books.ts';
import { Problem, requireLocalHost, requireOwnOrigin, sendProblem } from './http.ts';
import { createIdentity, type Identity } from './identity.ts';
import { type RouteContext, route } from './routes.ts';
import { createShownHtmlStore } from './shown-html.ts';
import { sendFile } from './static-files.ts';

const HOST = '127.0.0.1';

export interface DeskOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Where the Worker answers, e.g. `http://127.0.0.1:8787`. */
  readonly workerOrigin: string;
  /** All state: keys and workbooks, below `desk/` in it. */
  readonly dataDir: string;
  /** The add-in's files, built for this Worker. */
  readonly bundleDir: string;
  /** The desk's page. */
  readonly pageDir: string;
  readonly log: (line: string) => void;
}

export interface Desk {
  readonly origin: string;
  /** Takes no more requests, lets those under way end, and returns when all that was taken is on the disk. */
  close(): Promise<void>;
}

export async function startDesk(options: DeskOptions): Promise<Desk> {
  const { workerOrigin, dataDir, bundleDir, pageDir } = options;
  const server = createServer();
  const port = await listen(server, options.port);
  const origin = `http://${HOST}:${port}`;
  const books = createBookStore(dataDir);
  const answers = createAnswers();
  try {
    const identity = await createIdentity({ origin, workerOrigin, dataDir });
    const context = {
      origin,
      workerOrigin,
      bundleDir,
      pageDir,
      books,
      answers,
      shown: createShownHtmlStore(),
      issueToken: identity.issueToken,
    };
    server.on('request', (request, response) => {
      void answer(context, identity, port, options.log, request, response);
    });
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    origin,
    async close() {
      answers.close();
      await closeServer(server);
      await books.settle();
    },
  };
}

/** Every request passes here, and every failure is rendered here. */
async function answer(
  context: RouteContext,
  identity: Identity,
  port: number,
  log: DeskOptions['log'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    requireLocalHost(request, port);
    await dispatch(context, identity, request, response);
  } catch (error) {
    if (!(error instanceof Problem))
      log(`desk: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    if (response.headersSent) response.destroy();
    else sendProblem(response, error instanceof Problem ? error : new Problem('unexpected'));
  }
}

async function dispatch(
  context: RouteContext,
  identity: Identity,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', context.origin);
  if (await identity.handle(request, response, url.pathname)) return;
  const page = request.method === 'GET' || request.method === 'HEAD';
  // One origin for the page, whichever of the two names was typed: the Worker's CORS list knows one.
  if (page && request.headers.host !== new URL(context.origin).host) {
    response.writeHead(307, { location: context.origin + url.pathname + url.search }).end();
    return;
  }
  if (url.pathname !== '/' && !url.pathname.startsWith('/assets/')) {
    if (!isNavigationOf(request, url)) requireOwnOrigin(request, context.origin);
    if (await route(context, request, response, url)) return;
  }
  if (!page) throw new Problem('bad-method');
  const path = url.pathname === '/' ? '/index.html' : url.pathname;
  if (await sendFile(response, context.pageDir, path)) return;
  throw new Problem(path === '/index.html' ? 'not-built' : 'not-found');
}

/** A link from another site may lead to a file of the page, never to data. */
function isNavigationOf(request: IncomingMessage, url: URL): boolean {
  return request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate' && url.pathname.endsWith('.html');
}

/** The first request can only come after this resolved: a socket that listens without a handler would leave it hanging. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
