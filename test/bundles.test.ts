/** What is deployed carries nothing of the desk, and stays as small as its platforms ask. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildAddon } from '../addon/build.ts';
import { inRoot } from '../scripts/root.ts';

const outDir = mkdtempSync(join(tmpdir(), 'bundles-'));
const built = (name: string): string => readFileSync(join(outDir, name), 'utf8');

/** Words that only the desk and its identity stand-in use. */
const DESK_ONLY = ['demo.test', 'oidc-provider', 'univer', 'stand-in', 'desk-muong-bang'];

beforeAll(async () => {
  await buildAddon({ workerUrl: 'https://commune.example', outDir });
});

afterAll(() => rmSync(outDir, { recursive: true }));

test.each(['code.js', 'sidebar.html', 'link.html', 'appsscript.json'])('%s has nothing of the desk', (name) => {
  const text = built(name).toLowerCase();
  for (const word of DESK_ONLY) expect(text, word).not.toContain(word);
});

test("the Worker's bundle has nothing of the desk", () => {
  const text = readFileSync(inRoot('dist/worker/index.js'), 'utf8').toLowerCase();
  for (const word of DESK_ONLY) expect(text, word).not.toContain(word);
});

test("the Worker's bundle is below half of what the free plan takes, 3 MB compressed", () => {
  expect(gzipSync(readFileSync(inRoot('dist/worker/index.js'))).length).toBeLessThan(1_500_000);
});

test('the sidebar is below 150 KB', () => {
  expect(Buffer.byteLength(built('sidebar.html'))).toBeLessThan(150_000);
});
