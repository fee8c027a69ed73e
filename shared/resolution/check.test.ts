import { describe, expect, test } from 'vitest';
import { checkResolution } from './check.ts';
import { chiengMung } from './chieng-mung.ts';
import type { ResolutionIssue } from './issue.ts';

/** The resolution as plain data, changed at one place. */
function spoiled(change: (data: ReturnType<typeof plain>) => void): readonly ResolutionIssue[] {
  const data = plain();
  change(data);
  const checked = checkResolution(data);
  return checked.ok ? [] : checked.issues;
}

// biome-ignore lint/suspicious/noExplicitAny: wrong data is the subject
function plain(): any {
  return JSON.parse(JSON.stringify(chiengMung()));
}

test('the resolution of Chiềng Mung has no issue', () => {
  expect(checkResolution(plain()).ok).toBe(true);
});

describe('says where, in which record, and what is expected', () => {
  test.each<[string, (data: ReturnType<typeof plain>) => void, Partial<ResolutionIssue>]>([
    [
      'a word that is none of the list',
      (data) => {
        data.inputs[3].kind = 'stock';
      },
      { path: ['inputs', 3, 'kind'], id: 'fruitArea' },
    ],
    [
      'a key that nobody knows',
      (data) => {
        data.units[0].colour = 'green';
      },
      { path: ['units', 0, 'colour'], id: 'chieng-mung' },
    ],
    [
      'a baseline that is not the quarter before the term',
      (data) => {
        data.term.baseline = '2026-Q1';
      },
      { path: ['term', 'baseline'], message: 'expected 2025-Q4, the quarter before the term, found 2026-Q1' },
    ],
    [
      'an id given twice',
      (data) => {
        data.inputs[1].id = 'revenue';
      },
      { path: ['inputs', 1, 'id'], id: 'revenue' },
    ],
    [
      'a whole that is no input',
      (data) => {
        data.inputs[4].partOf = 'orchard';
      },
      { path: ['inputs', 4, 'partOf'], id: 'fruitAreaCoded' },
    ],
    [
      'a whole of another kind of unit',
      (data) => {
        data.inputs[4].partOf = 'dossiers';
      },
      { path: ['inputs', 4, 'partOf'] },
    ],
    [
      'parts and wholes in a circle',
      (data) => {
        data.inputs[3].partOf = 'fruitAreaCoded';
      },
      { path: ['inputs', 3, 'partOf'], message: 'expected a whole, found a circle through fruitArea' },
    ],
    [
      'a formula over an unknown input',
      (data) => {
        data.indicators[2].formula.input = 'tea';
      },
      { path: ['indicators', 2, 'formula', 'input'], id: 't02-coffee-area' },
    ],
    [
      'a goal without value and without baseline',
      (data) => {
        delete data.indicators[2].goal.value;
      },
      { path: ['indicators', 2, 'goal', 'value'], id: 't02-coffee-area' },
    ],
    [
      'a stretch goal where nothing is judged every year',
      (data) => {
        data.indicators[2].goal.stretch = 1300;
      },
      { path: ['indicators', 2, 'goal', 'stretch'] },
    ],
    [
      'a target without an indicator',
      (data) => {
        data.targets.push({ ...data.targets[0], number: 25 });
      },
      { path: ['targets', 24, 'number'] },
    ],
    [
      'a reading that was changed without a new version of the resolution',
      (data) => {
        data.readings[0].version = 2;
      },
      { path: ['version'], id: 'chieng-mung-2025' },
    ],
    [
      'a reading that is not there',
      (data) => {
        data.indicators[0].readings = ['guess'];
      },
      { path: ['indicators', 0, 'readings', 0], id: 't01-revenue-growth' },
    ],
  ])('%s', (_name, change, expected) => {
    expect(spoiled(change)).toContainEqual(expect.objectContaining(expected));
  });
});

test('tells every issue, not the first', () => {
  const issues = spoiled((data) => {
    data.inputs[0].target = 99;
    data.units[1].kind = 'province';
  });
  expect(issues.map((issue) => issue.path.join('.'))).toEqual(['units.1.kind', 'inputs.0.target']);
});

test.each([null, [], 'resolution', 7])('%j is no resolution', (data) => {
  expect(checkResolution(data).ok).toBe(false);
});
