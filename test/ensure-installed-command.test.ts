/** What runs before every command, where node_modules is a link: another checkout's packages are never emptied. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inRoot } from '../scripts/root.ts';

const LOCK = '{ "lockfileVersion": 3, "packages": {} }';

let folder: string;
let others: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'installed-'));
  others = join(folder, 'other', 'node_modules');
  mkdirSync(join(others, 'package'), { recursive: true });
  mkdirSync(join(folder, 'own', 'scripts'), { recursive: true });
  copyFileSync(inRoot('scripts', 'ensure-installed.mjs'), join(folder, 'own', 'scripts', 'ensure-installed.mjs'));
  writeFileSync(join(folder, 'own', 'package-lock.json'), LOCK);
  symlinkSync(others, join(folder, 'own', 'node_modules'), 'junction');
});

afterEach(() => rmSync(folder, { recursive: true }));

function run() {
  return spawnSync(process.execPath, [join(folder, 'own', 'scripts', 'ensure-installed.mjs')], { encoding: 'utf8' });
}

function mark(lock: string): void {
  writeFileSync(join(others, '.lockfile-installed'), createHash('sha256').update(lock).digest('hex'));
}

test('a linked folder with what the lockfile names is used', () => {
  mark(LOCK);
  expect(run()).toMatchObject({ status: 0, stderr: '' });
});

test.each([
  ['another lockfile', '{}'],
  ['nothing known', null],
])('a linked folder with %s is refused', (_what, lock) => {
  if (lock !== null) mark(lock);
  const { status, stderr } = run();
  expect(status).toBe(1);
  expect(stderr).toContain('node_modules is a link to');
  expect(existsSync(join(others, 'package'))).toBe(true);
});

test('a link to nowhere is refused', () => {
  rmSync(join(folder, 'other'), { recursive: true });
  const { status, stderr } = run();
  expect([status, existsSync(others)]).toEqual([1, false]);
  expect(stderr).toContain('a folder that is not there');
});
