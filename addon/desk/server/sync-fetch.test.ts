import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSyncFetch } from './sync-fetch.ts';

// The server must live in a thread of its own: this one stands still while it waits for the answer.
const SERVER = `const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
const server = createServer((request, response) => {
  if (request.url === '/slow') return;
  let body = '';
  request.on('data', (part) => { body += part; });
  request.on('end', () => { response.writeHead(207, { 'x-seen': request.method + ' ' + request.headers['if-match'] }); response.end('đã nhận ' + body); });
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;

let server: Worker;
let origin = '';
const base = { method: 'get', headers: {}, body: null, followRedirects: true } as const;

beforeAll(async () => {
  server = new Worker(SERVER, { eval: true });
  const port = await new Promise((resolve) => server.once('message', resolve));
  origin = `http://127.0.0.1:${String(port)}`;
});
afterAll(async () => {
  await server.terminate();
});

test('waits for the answer, again and again, and tells what nobody answers', async () => {
  const network = startSyncFetch(500);
  for (const body of ['một', 'hai', 'ba']) {
    const answer = network.fetch({ ...base, url: `${origin}/`, method: 'put', headers: { 'If-Match': '"1"' }, body });
    expect(answer).toMatchObject({
      kind: 'response',
      status: 207,
      body: `đã nhận ${body}`,
      headers: { 'x-seen': 'PUT "1"' },
    });
  }
  expect(network.fetch({ ...base, url: `${origin}/slow` })).toEqual({ kind: 'timeout' });
  expect(network.fetch({ ...base, url: 'http://127.0.0.1:9' })).toMatchObject({ kind: 'unreachable' });
  await network.close();
});
