/** `npm run resolution`: the schema for editors, and errors that say line, record and what is expected. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { resolutionJsonSchema } from '../scripts/resolution/json-schema.ts';
import { checkResolution } from '../shared/resolution/check.ts';
import { chiengMung } from '../shared/resolution/chieng-mung.ts';

const ROOT = join(import.meta.dirname, '..');
const FILE = join('shared', 'resolution', 'chieng-mung-2025.json');
const text = readFileSync(join(ROOT, FILE), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'resolution-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('scripts', 'resolution.ts'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, lines: stderr.replaceAll(`${folder}/`, '').trimEnd().split('\n') };
}

function spoiled(change: (good: string) => string): string {
  const file = join(folder, 'wrong.json');
  writeFileSync(file, change(text));
  return file;
}

/** The line of the first text after another one. */
function lineOf(record: string, within: string): number {
  return text.slice(0, text.indexOf(within, text.indexOf(record))).split('\n').length;
}

describe('schema', () => {
  test('prints what stands beside the data for editors', () => {
    const { status, stdout } = run('schema');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(resolutionJsonSchema());
    expect(readFileSync(join(ROOT, 'shared/resolution/resolution.schema.json'), 'utf8')).toBe(stdout);
  });
});

describe('check', () => {
  test('says what a good file holds, and what its figures imply', () => {
    const { status, stdout } = run('check', FILE);
    expect(status).toBe(0);
    expect(stdout).toContain('4 units, 63 inputs, 44 indicators, 24 targets. No issue.');
    expect(stdout).toContain('target 9: 28,5% tương ứng 2 trường khi tổng số là 7');
  });

  test('says the line, the record, what is expected and what was found', () => {
    const file = spoiled((good) =>
      good.replace('"value": 1180,', '"value": 1180.1234,').replace('"kind": "flow"', '"kind": "stock"'),
    );
    expect(run('check', file)).toMatchObject({
      status: 1,
      lines: [
        `wrong.json:${lineOf('"revenue"', '"kind": "flow"')}: inputs.0.kind (revenue): expected ("flow" | "level" | "flag"), found "stock"`,
        `wrong.json:${lineOf('"t02-coffee-area"', '"goal"')}: indicators.2.goal.value (t02-coffee-area): expected a number with at most three decimals, found 1180.1234`,
      ],
    });
  });

  test('says what only the whole can tell, at the record that is wrong', () => {
    const file = spoiled((good) => good.replace('"partOf": "fruitArea"', '"partOf": "orchard"'));
    expect(run('check', file).lines).toEqual([
      `wrong.json:${lineOf('"fruitAreaCoded"', '"partOf"')}: inputs.4.partOf (fruitAreaCoded): expected the id of an input, found orchard`,
    ]);
  });

  test('says where a key is missing', () => {
    const file = spoiled((good) => good.replace('      "unit": "tỷ đồng",\n', ''));
    expect(run('check', file).lines[0]).toMatch(
      /^wrong\.json:\d+: inputs\.0\.unit \(revenue\): expected "unit", found undefined$/,
    );
  });

  test.each([
    ['a comma too many', '{"id": "x",}', /^wrong\.json:1: not JSON: PropertyNameExpected$/],
    ['an empty file', '', /^wrong\.json:1: not JSON: /],
    ['a comment', '{\n// why\n"id": "x"}', /^wrong\.json:2: not JSON: InvalidCommentToken$/],
  ])('says where the file is no JSON: %s', (_name, content, line) => {
    const outcome = run(
      'check',
      spoiled(() => content),
    );
    expect(outcome.status).toBe(1);
    expect(outcome.lines[0]).toMatch(line);
  });

  test('says that there is no such file', () => {
    expect(run('check', join(folder, 'nothing.json'))).toMatchObject({
      status: 2,
      lines: ['nothing.json: cannot be read'],
    });
  });
});

describe('readings and switch', () => {
  test('lists each reading with the others that are there as data', () => {
    const { stdout } = run('readings', FILE);
    expect(stdout).toContain('above (version 1; targets 2, 3, 16): “trên”');
    expect(stdout).toContain('  from: Từ mức đó trở lên, bằng cũng là đạt.');
  });

  test('prints the next version with another reading in force', () => {
    const { status, stdout } = run('switch', FILE, 'above', 'from');
    expect(status).toBe(0);
    const checked = checkResolution(JSON.parse(stdout));
    expect(checked.ok && checked.resolution.version).toBe(2);
  });

  test('names what can be chosen', () => {
    expect(run('switch', FILE, 'above', 'under')).toMatchObject({
      status: 1,
      lines: [expect.stringMatching(/readings\.5\.alternatives \(above\): expected one of from, found under$/)],
    });
  });
});

describe('document', () => {
  test('prints what stands in docs/nghi-quyet.md', () => {
    const { status, stdout } = run('document', FILE);
    expect(status).toBe(0);
    expect(readFileSync(join(ROOT, 'docs/nghi-quyet.md'), 'utf8')).toBe(stdout);
  });

  test('tells every target in the text’s own words, with every indicator, input and open question', () => {
    const { stdout } = run('document', FILE);
    const { targets, indicators, inputs, readings } = chiengMung();
    const told = [
      ...targets.map(({ source }) => `> ${source.text}`),
      ...indicators.map(({ label }) => `- **${label}**: `),
      ...inputs.map(({ label }) => `| ${label} |`),
      ...readings.flatMap(({ question, reading, alternatives = [] }) => [
        `| ${question} | ${reading} |`,
        ...alternatives.map((one) => one.reading),
      ]),
    ];
    expect(told.filter((one) => !stdout.includes(one))).toEqual([]);
  });

  test('tells another commune’s resolution as well', () => {
    const { status, stdout } = run('document', join('test', 'fixtures', 'suoi-mau-2027.json'));
    expect(status).toBe(0);
    expect(stdout).toContain('# Cách đọc Nghị quyết xã Suối Mẫu, nhiệm kỳ 2026–2029');
    expect(stdout).not.toMatch(/undefined|NaN|\[object/);
  });
});

test('without a command it says how it is used', () => {
  expect(run()).toMatchObject({ status: 2, lines: [expect.stringContaining('usage: npm run resolution -- schema')] });
});
