/** How much a person has to correct in the proposals for three workbooks as offices really lay them out. */
import { beforeAll, describe, expect, test } from 'vitest';
import { proposeLinks } from '../../addon/link/match/propose.ts';
import type { LinkOpening, LinkTab } from '../../addon/link-rpc.ts';
import { fold } from '../../shared/fold.ts';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import * as byField from '../fixtures/office-workbooks/by-field.ts';
import * as byPeriod from '../fixtures/office-workbooks/by-period.ts';
import * as byYear from '../fixtures/office-workbooks/by-year.ts';
import { correctionsIn } from './corrections.ts';
import { openingOf } from './opening.ts';

const plan = compilePlan(chiengMung());
const MOST_CORRECTIONS = 5;

const WORKBOOKS = [
  ['by year', byYear],
  ['by period', byPeriod],
  ['by field', byField],
] as const;

/** The same workbook, typed by somebody else. */
const TYPED: readonly (readonly [how: string, change: (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['with marks that are not composed', (text) => text.normalize('NFD')],
  ['without any marks', (text) => withoutMarks(text)],
  ['in capitals', (text) => text.toUpperCase()],
];

describe.each(WORKBOOKS)("an office's workbook %s", (_, { build, expected }) => {
  let opening: LinkOpening;
  beforeAll(async () => {
    opening = await openingOf(build());
  });

  test.each(TYPED)('typed %s needs five corrections at the most', (__, change) => {
    const corrections = correctionsIn(plan, proposeLinks(plan, 'muong-bang', retyped(opening, change)), expected);
    expect(corrections.length, corrections.join('\n')).toBeLessThanOrEqual(MOST_CORRECTIONS);
  });

  test('without its column of units needs ten corrections at the most', () => {
    const bare = {
      ...opening,
      tabs: opening.tabs.map((tab) => withoutColumn(tab, expected.tabs[tab.name]?.unitColumn ?? 0)),
    };
    // The workbook's other unit of money is in that column.
    const truth = Object.entries(expected.tabs).map(([name, tab]) => [name, { ...tab, otherUnits: {} }] as const);
    const corrections = correctionsIn(plan, proposeLinks(plan, 'muong-bang', bare), {
      ...expected,
      tabs: Object.fromEntries(truth),
    });
    expect(corrections.length, corrections.join('\n')).toBeLessThanOrEqual(2 * MOST_CORRECTIONS);
  });

  test('is never wrong where the matcher is sure', () => {
    for (const { tab, rows, columns } of proposeLinks(plan, 'muong-bang', opening)) {
      const truth = expected.tabs[tab.name];
      for (const row of rows) {
        if (row.input !== null && row.certainty === 'sure') expect(truth?.rows[row.input], row.text).toBe(row.row);
      }
      for (const { period, column, certainty } of columns) {
        if (period !== null && certainty === 'sure') expect(truth?.columns[period], tab.name).toBe(column);
      }
    }
  });
});

function retyped(opening: LinkOpening, change: (text: string) => string): LinkOpening {
  const tabs = opening.tabs.map((tab) => ({ ...tab, texts: tab.texts.map((row) => row.map(change)) }));
  return { ...opening, tabs };
}

function withoutColumn(tab: LinkTab, column: number): LinkTab {
  return { ...tab, texts: tab.texts.map((row) => row.map((text, at) => (at === column - 1 ? '' : text))) };
}

/** Case stays. */
function withoutMarks(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => (letter === letter.toUpperCase() ? fold(letter).toUpperCase() : fold(letter)))
    .join('');
}
