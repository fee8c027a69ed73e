/** What `shared/` promises of itself: pure, of one dependency, without an id of any resolution, documented, and runnable from source. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chiengMung } from '../shared/resolution/chieng-mung.ts';

const ROOT = join(import.meta.dirname, '..');
const FILES = globSync('shared/**/*.ts', { cwd: ROOT }).filter((file) => !file.endsWith('.test.ts'));
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
/** Without comments: they may speak of targets by name. */
const codeOf = (file: string): string => textOf(file).replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');

test('there is something to hold to it', () => {
  expect(FILES.length).toBeGreaterThan(25);
});

describe('no dependency besides the schema library, no I/O, no clock, no chance', () => {
  test.each(FILES)('%s', (file) => {
    const code = codeOf(file);
    const imports = [...code.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map((match) => match[1] ?? '');
    expect(imports.filter((name) => !name.startsWith('.') && name !== 'valibot')).toEqual([]);
    expect(code).not.toMatch(
      /\b(?:Date\.now|new Date\(\)|Math\.random|fetch\(|console\.|process\.|globalThis|setTimeout|performance)/,
    );
  });
});

describe('no id of a resolution outside of its data', () => {
  const { id, units, kinds, inputs, indicators } = chiengMung();
  const ids = [id, ...[...units, ...kinds, ...inputs, ...indicators].map((one) => one.id)];
  // Words that are ids here and common words elsewhere prove nothing.
  const telling = ids.filter(
    (one) => !['area', 'office', 'revenue', 'schools', 'villages', 'workers', 'population'].includes(one),
  );
  test.each(FILES.filter((file) => !file.includes('chieng-mung')))('%s', (file) => {
    const words = new Set(codeOf(file).match(/[A-Za-z][\w-]*/g));
    expect(telling.filter((one) => words.has(one))).toEqual([]);
  });
});

describe('every public name has a docstring', () => {
  test.each(FILES)('%s', (file) => {
    const lines = textOf(file).split('\n');
    const bare = lines.flatMap((line, at) => {
      const name = /^export (?:abstract )?(?:const|function|class|interface|type) (\w+)/.exec(line)?.[1];
      return name === undefined || lines[at - 1]?.trimEnd().endsWith('*/') ? [] : [name];
    });
    expect(bare).toEqual([]);
  });
});

test('every module runs in Node from its source', () => {
  const imports = FILES.map((file) => `await import(${JSON.stringify(`./${file}`)});`).join('\n');
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', imports], { cwd: ROOT, encoding: 'utf8' });
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
});
