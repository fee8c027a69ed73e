/**
 * One rule, four places: what the built add-in's formulas say of a cell in the desk's grid engine, what its script reads from the
 * cell, what the shared rules find, and what the Worker answers.
 *
 * A red cell is one that is not sent (`malformed` for the Worker) or a part above its whole; a yellow one is `implausible` or a
 * `shrinking-flow`; a cell accepts what is not red for itself. Findings that have no formula: `jump` and `comparison-differs` look
 * into other years' tabs, `required` and `baseline-missing` are about blanks, which stay white, and `whole-not-applicable` is asked
 * about at the submission.
 *
 * Not drawn, because the sheet and the script differ there on purpose: text that the reader takes for a number ("12,5" pasted as text),
 * which the sheet shows as wrong and the script reads; and what only the script sees, a formula and a date's or a share's format.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import { chanceFrom } from '../oracle/random.ts';
import { isLongRun, seed } from '../properties/seed.ts';
import { compareTabs } from './compare.ts';
import { drawContents } from './contents.ts';
import { startLedger, type TestLedger } from './ledger.ts';
import { type YearTab, yearTabOf } from './template.ts';

const plan = compilePlan(chiengMung());
const YEAR = 2027;
/** Tabs of four reports each: 400 reports, in the long run 10,000. */
const TABS = { 'muong-bang': isLongRun() ? 2000 : 80, office: isLongRun() ? 500 : 20 };
/** Sheets that the engine gets at once. */
const BATCH = 25;
const LONGEST = isLongRun() ? 3_600_000 : 600_000;

/** A workbook is set up once a unit. */
const known = new Map<string, Promise<YearTab>>();
function tabOf(unit: string): Promise<YearTab> {
  const tab = known.get(unit) ?? yearTabOf(plan, unit, YEAR);
  known.set(unit, tab);
  return tab;
}

let ledger: TestLedger | undefined;
beforeAll(async () => {
  ledger = await startLedger();
}, 120_000);
afterAll(() => ledger?.close());

describe.each(Object.entries(TABS))('%s', (unit, count) => {
  test(`${4 * count} reports: 0 differences between grid, script, rules and Worker`, { timeout: LONGEST }, async () => {
    const tab = await tabOf(unit);
    const chance = chanceFrom(seed());
    const differences: string[] = [];
    const seen = { red: 0, yellow: 0, white: 0 };
    for (let done = 0; done < count; done += BATCH) {
      const tabs = Array.from({ length: Math.min(BATCH, count - done) }, () => drawContents(tab, chance));
      const compared = await compareTabs({ plan, unit, year: YEAR, tab, ledger: ledger ?? null }, tabs);
      differences.push(...compared.differences);
      for (const ground of ['red', 'yellow', 'white'] as const) seen[ground] += compared.seen[ground];
    }
    expect({ count: differences.length, first: differences.slice(0, 5) }).toEqual({ count: 0, first: [] });
    // What is never drawn cannot differ.
    expect(Math.min(seen.red, seen.white)).toBeGreaterThan(count * 4);
    expect(seen.yellow).toBeGreaterThan(0);
  });
});

describe('the comparison sees', () => {
  /** Eight tabs with every formula of the grid changed a little. */
  async function differencesWith(change: (formula: string) => string): Promise<number> {
    const tab = await tabOf('muong-bang');
    const changed: YearTab = {
      ...tab,
      formats: (row, column) =>
        tab.formats(row, column).map(({ formula, ground }) => ({ formula: change(formula), ground })),
      accepts: (row, column) => {
        const formula = tab.accepts(row, column);
        return formula === null ? null : change(formula);
      },
    };
    const chance = chanceFrom(1);
    const tabs = Array.from({ length: 8 }, () => drawContents(tab, chance));
    const setting = { plan, unit: 'muong-bang', year: YEAR, tab, inGrid: changed, ledger: null };
    return (await compareTabs(setting, tabs)).differences.length;
  }

  test.each<[what: string, change: (formula: string) => string]>([
    ['a part that may not equal its whole', (formula) => formula.replace(/([A-Z]+\d+)>([A-Z]+\$\d+)/, '$1>=$2')],
    ['a bound that is implausible itself', (formula) => formula.replace(/>(\d+\))$/, '>=$1')],
    ['a figure that may not stay what it was', (formula) => formula.replace(/([A-Z]+\d+)<([A-Z]+\d+)/g, '$1<=$2')],
    ['one decimal more', (formula) => formula.replace(/(ROUND\([A-Z$]+\d+),0\)/g, '$1,1)')],
    ['numbers below zero', (formula) => formula.replaceAll('>=0', '>=-1000')],
    ['a token that it does not know', (formula) => formula.replaceAll('kad', 'k.a.d')],
  ])('%s', { timeout: LONGEST }, async (_what, change) => {
    expect(await differencesWith(change)).toBeGreaterThan(0);
  });

  test('nothing where nothing is changed', { timeout: LONGEST }, async () => {
    expect(await differencesWith((formula) => formula)).toBe(0);
  });
});
