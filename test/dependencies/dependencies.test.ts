/** What the project stands on: pinned, licensed, told of. What the registry knows of weaknesses is asked by `npm run audit:dependencies`. */
import { existsSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { readAudit } from '../../scripts/dependencies/advisories.ts';
import { inventory } from '../../scripts/dependencies/inventory.ts';
import { licenceFaults, satisfies } from '../../scripts/dependencies/licences.ts';
import { lockedPackages, type Package } from '../../scripts/dependencies/lockfile.ts';
import { NOTICES_FILE, noticesOf } from '../../scripts/dependencies/notices.ts';
import { inRoot } from '../../scripts/root.ts';

const packages = lockedPackages();
const shipped = packages.filter(({ ships }) => ships);
const tool: Package = { name: 'x', version: '1.0.0', license: 'MIT', integrity: 'sha512-x', path: 'x', ships: false };

test('the lockfile holds each package to its hash', () => {
  expect(packages.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name)).toEqual([]);
  expect(packages.length).toBeGreaterThan(500);
});

describe('licences', () => {
  test('are allowed where they are', () => {
    expect(licenceFaults(packages, ({ license }) => license ?? null)).toEqual([]);
  });

  test('are what the installed packages say themselves', () => {
    const others = packages.flatMap(({ name, path, license }) => {
      const file = inRoot(path, 'package.json');
      if (!existsSync(file)) return [];
      const said = JSON.parse(readFileSync(file, 'utf8')).license;
      return typeof said === 'string' && said !== license ? [`${name}: ${said}, not ${license}`] : [];
    });
    expect(others).toEqual([]);
  });

  test.each([
    ['a copyleft one in what ships', { ...tool, ships: true, license: 'LGPL-3.0-or-later' }],
    ['a copyleft one among the tools', { ...tool, license: 'GPL-3.0-only' }],
    ['one of a form that is not known', { ...tool, license: 'SEE LICENSE IN LICENSE' }],
    ['an exception', { ...tool, license: 'GPL-2.0-only WITH Classpath-exception-2.0' }],
    ['no licence in what ships', { ...tool, ships: true, license: undefined }],
    ['a data’s licence in what ships', { ...tool, ships: true, license: 'CC-BY-4.0' }],
  ])('%s is found', (_, one) => {
    expect(licenceFaults([one], ({ license }) => license ?? null)).toHaveLength(1);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only OR MIT AND ISC', true],
    ['(GPL-3.0-only OR MIT) AND (ISC OR GPL-3.0-only)', true],
    ['MIT OR', false],
    ['MIT OR OR ISC', false],
    ['MIT)', false],
    ['(MIT', false],
    ['', false],
  ])('of the form "%s" are enough: %s', (expression, enough) => {
    expect(satisfies(expression, new Set(['MIT', 'ISC']))).toBe(enough);
  });
});

describe('the notices', () => {
  const notices = readFileSync(NOTICES_FILE, 'utf8');

  test('are those of the installed packages, word for word', () => {
    expect(notices === noticesOf(packages)).toBe(true);
  });

  test('name every package that a bundle really has code of', async () => {
    const bundled = await packagesIn([
      'worker/index.ts',
      'worker/view-client/main.ts',
      'addon/server/globals.ts',
      'addon/sidebar/main.tsx',
      'addon/link/main.tsx',
    ]);
    expect(bundled.length).toBeGreaterThan(10);
    for (const name of bundled) expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(bundled.filter((name) => !shipped.some((each) => each.name === name))).toEqual([]);
  });
});

/** By what esbuild puts into them. */
async function packagesIn(entries: readonly string[]): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: entries.map((entry) => inRoot(entry)),
    bundle: true,
    write: false,
    outdir: inRoot('dist/none'),
    format: 'esm',
    metafile: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: ['node:*', 'cloudflare:*', 'hono/jsx/*'],
    logLevel: 'error',
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
  const names = used.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].toSorted();
}

test('the inventory names every package of the lockfile', () => {
  const { bomFormat, metadata, components } = JSON.parse(inventory());
  expect([bomFormat, metadata.component.name]).toEqual(['CycloneDX', 'chieng-mung-targets']);
  const named = new Set(components.map((each: { purl: string }) => decodeURIComponent(each.purl)));
  const absent = packages.filter(({ name, version }) => !named.has(`pkg:npm/${name}@${version}`));
  expect(absent.map(({ name }) => name)).toEqual([]);
});

describe('what the registry says', () => {
  const answer = (name: string, severity: string) =>
    JSON.stringify({
      vulnerabilities: {
        [name]: { severity, range: '<2.0.0', via: [{ title: 'Opens doors', url: 'https://a.test/1' }, 'y'] },
      },
    });
  const known = [tool, { ...tool, name: 'hono', ships: true }];

  test('a weakness is said by package, level and way', () => {
    expect(readAudit(answer('x', 'high'), known)).toEqual({
      kind: 'asked',
      faults: ['x <2.0.0 (a tool): high: Opens doors https://a.test/1; by way of y'],
      below: 0,
    });
  });

  test.each([
    ['hono', 'moderate', 1],
    ['hono', 'low', 0],
    ['x', 'moderate', 0],
    ['x', 'critical', 1],
  ])('of %s, %s, is %d above the threshold', (name, level, above) => {
    expect(readAudit(answer(name, level), known)).toMatchObject({ faults: { length: above }, below: 1 - above });
  });

  test.each([
    '',
    '<html>',
    '{}',
    '{"message": "405 Method Not Allowed", "statusCode": 405}',
    '{"error": {"code": "ENOTFOUND"}}',
  ])('is not taken for "nothing" where it is %j', (text) =>
    expect(readAudit(text, known)).toEqual({ kind: 'unanswered' }),
  );
});
