/** What the pages load is served by the platform without asking the Worker: it has to come with the same care. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRoot } from '../scripts/root.ts';
import { ledgerKey } from '../scripts/run/ledger-key.ts';
import { runWorkerd } from '../scripts/run/workerd.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'assets-'));
let service: Awaited<ReturnType<typeof runWorkerd>>;

beforeAll(async () => {
  service = await runWorkerd({
    port: 0,
    issuer: 'http://127.0.0.1:1',
    dataDir,
    rateBurst: '60',
    ratePerSecond: '5',
    ledgerKey: await ledgerKey(dataDir),
    sample: true,
  });
});

afterAll(async () => {
  await service.dispose();
  rmSync(dataDir, { recursive: true });
});

const files = readdirSync(inRoot('dist/view/assets')).map((name) => `/assets/${name}`);

test('the pages load a script and styles', () => {
  expect(files.toSorted()).toEqual(['/assets/view.css', '/assets/view.js']);
});

test.each(files)('%s is of its type and nothing else, in no frame, and for our own pages', async (path) => {
  const response = await service.dispatchFetch(`http://127.0.0.1${path}`);
  const { status, headers } = response;
  await response.arrayBuffer();
  expect(status).toBe(200);
  expect(headers.get('Content-Type')).toMatch(
    path.endsWith('.css') ? /^text\/css/ : /^(?:text|application)\/javascript/,
  );
  expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none';.* frame-ancestors 'none'/);
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains');
  expect(headers.get('Referrer-Policy')).toBe('same-origin');
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  expect(headers.get('Permissions-Policy')).toContain('camera=()');
});

test('the notices of other people’s work are there to be read', async () => {
  const response = await service.dispatchFetch('http://127.0.0.1/third-party.txt');
  expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
  expect(await response.text()).toBe(readFileSync(inRoot('THIRD-PARTY-NOTICES.txt'), 'utf8'));
});

test.each(['/_headers', '/assets/', '/assets/view.css.map', '/.git/config', '/../wrangler.toml'])(
  '%s is no file that is served',
  async (path) => {
    const response = await service.dispatchFetch(`http://127.0.0.1${path}`);
    await response.arrayBuffer();
    expect(response.status).toBe(404);
  },
);
