/** `npm run dev` in a copy of the project: a source is changed, and what the servers give is made of it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRoot } from '../scripts/root.ts';

const PORT = 8897;
const VIEW = `http://127.0.0.1:${PORT}`;
const DESK = `http://127.0.0.1:${PORT + 1}`;
const SOURCES = [
  'addon',
  'shared',
  'worker',
  'scripts',
  'test',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'wrangler.toml',
];

const copy = mkdtempSync(join(tmpdir(), 'dev-'));
let child: ChildProcess;
let lines: Interface;

/** The first line from now on that has this text. */
function said(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const listen = (line: string) => {
      if (!line.includes(text)) return;
      lines.off('line', listen);
      lines.off('close', end);
      resolve(line);
    };
    const end = () => reject(new Error(`npm run dev ended before it said “${text}”`));
    lines.on('line', listen);
    lines.once('close', end);
  });
}

/** Changes a source, and waits until the run says what became of it. */
async function change(file: string, from: string, to: string, outcome: string): Promise<string> {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  const answer = said(outcome);
  writeFileSync(path, text.replace(from, to));
  return answer;
}

const textOf = async (url: string) => (await fetch(url)).text();
const buildOf = (origin: string) => textOf(`${origin}/assets/dev-build.json`);

beforeAll(async () => {
  for (const name of [...SOURCES, 'THIRD-PARTY-NOTICES.txt'])
    cpSync(inRoot(name), join(copy, name), { recursive: true });
  // What is built already need not be built again.
  if (existsSync(inRoot('dist'))) cpSync(inRoot('dist'), join(copy, 'dist'), { recursive: true });
  symlinkSync(inRoot('node_modules'), join(copy, 'node_modules'), 'junction');
  child = spawn(process.execPath, [join(copy, 'scripts', 'dev.ts')], {
    cwd: copy,
    env: {
      ...process.env,
      PORT: String(PORT),
      DESK_PORT: String(PORT + 1),
      DATA_DIR: join(copy, '.data'),
      SAMPLE: '0',
      OPEN: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('no output');
  lines = createInterface({ input: child.stdout });
  await said('Watching');
}, 120_000);

afterAll(async () => {
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
  rmSync(copy, { recursive: true, force: true });
});

describe('npm run dev', () => {
  test('serves pages that reload by themselves, which nothing that is deployed does', async () => {
    expect(await textOf(`${VIEW}/assets/view.js`)).toContain('location.reload');
    expect(await textOf(DESK)).toContain('/assets/dev-reload.js');
    expect(readFileSync(join(copy, 'dist/view/assets/view.js'), 'utf8')).not.toContain('dev-build');
  });

  test('starts the Worker again with a changed page, and lets open ones know', async () => {
    const before = await buildOf(VIEW);
    await change('worker/pages/sign-in.tsx', '<h1>', '<h1 data-changed="yes">', 'Reloaded: view, worker');
    expect(await textOf(`${VIEW}/sign-in`)).toContain('data-changed="yes"');
    expect(await buildOf(VIEW)).not.toBe(before);
  });

  test('gives the desk the changed script', async () => {
    const before = await buildOf(DESK);
    await change(
      'addon/server/words.ts',
      "selfCheck: 'Tự kiểm tra'",
      "selfCheck: 'Tự kiểm tra lại'",
      `Reloaded: script-worker-${PORT}`,
    );
    expect(await textOf(`${DESK}/bundle`)).toContain('Tự kiểm tra lại');
    expect(await buildOf(DESK)).not.toBe(before);
  });

  test('says what does not build, and goes on with what ran', async () => {
    await change('worker/index.ts', 'export {', 'export {{', 'Not built');
    expect((await fetch(`${VIEW}/healthz`)).status).toBe(200);
    await change('worker/index.ts', 'export {{', 'export {', 'Reloaded: worker');
    expect((await fetch(`${VIEW}/healthz`)).status).toBe(200);
  });
});
