/**
 * One rule, four places: what the built add-in's formulas say of a cell in the desk's grid engine, what its script reads from the
 * cell, what the shared rules find, and what the Worker answers.
 *
 * A red cell is one that is not sent (`malformed` for the Worker) or a part above its whole; a yellow one is `implausible` or a
 * `shrinking-flow`; a cell accepts what is not red for itself. Findings that have no formula: `jump` and `comparison-differs` look
 * into other years' tabs, `required` and `baseline-missing` are about blanks, which stay white, and `whole-not-applicable` is asked
 * about at the submission.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCell } from '../../addon/server/cell-reader.ts';
import { periodOf } from '../../shared/periods.ts';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { findingsOf, findMalformed } from '../../shared/validate.ts';
import type { Value } from '../../shared/values.ts';
import type { Finding } from '../../shared/wire.ts';
import { chanceFrom } from '../oracle/random.ts';
import { isLongRun, seed } from '../properties/seed.ts';
import { drawContents, type TabContents } from './contents.ts';
import { type SentQuarter, startLedger, type TestLedger } from './ledger.ts';
import { type Ground, type Look, looksOf } from './looks.ts';
import { type YearTab, yearTabOf } from './template.ts';

const plan = compilePlan(chiengMung());
const YEAR = 2027;
const QUARTERS = ([1, 2, 3, 4] as const).map((quarter) => periodOf(YEAR, quarter));
/** Tabs of four reports each: 1,000 reports, in the long run 10,000. */
const TABS = { 'muong-bang': isLongRun() ? 2000 : 200, office: isLongRun() ? 500 : 50 };
/** Sheets that the engine gets at once. */
const BATCH = 25;
const LONGEST = isLongRun() ? 3_600_000 : 240_000;

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await startLedger();
}, 120_000);
afterAll(() => ledger.close());

describe.each(Object.entries(TABS))('%s', (unit, count) => {
  test(`${4 * count} reports: 0 differences between grid, script, rules and Worker`, { timeout: LONGEST }, async () => {
    const tab = await yearTabOf(plan, unit, YEAR);
    const chance = chanceFrom(seed());
    const differences: string[] = [];
    const seen: Record<Ground, number> = { red: 0, yellow: 0, white: 0 };
    for (let done = 0; done < count; done += BATCH) {
      const tabs = Array.from({ length: Math.min(BATCH, count - done) }, () => drawContents(tab, chance));
      const look = await looksOf(tab, tabs);
      for (const [at, contents] of tabs.entries()) {
        const quarters = QUARTERS.map((_, quarter) => readQuarter(tab, contents, quarter));
        const found = quarters.map((quarter) => rulesOn(unit, quarter, quarters));
        const answered = await ledger.store(unit, quarters);
        for (const { input, row } of tab.rows) {
          for (const quarter of QUARTERS.keys()) {
            const grid = look(at, row, quarter);
            seen[grid.ground] += 1;
            const rules = lookOf(input, found[quarter] ?? []);
            const worker = lookOf(input, answered[quarter] ?? []);
            const script = !quarters[quarter]?.unsendable.has(input.id);
            if (isSame(grid, rules) && isSame(grid, worker) && script === grid.accepted) continue;
            const content = contents.get(row)?.[quarter];
            const whole = tab.rows.find((one) => one.input.id === input.partOf)?.row;
            differences.push(
              JSON.stringify({
                tab: done + at,
                input: input.id,
                quarter,
                content,
                whole: whole === undefined ? undefined : contents.get(whole)?.[quarter],
                grid,
                rules,
                worker,
                script,
              }),
            );
          }
        }
      }
    }
    expect({ count: differences.length, first: differences.slice(0, 5) }).toEqual({ count: 0, first: [] });
    // What is never drawn cannot differ.
    expect(Math.min(seen.red, seen.white)).toBeGreaterThan(count * 4);
    expect(seen.yellow).toBeGreaterThan(0);
  });
});

const isSame = (a: Look, b: Look): boolean => a.ground === b.ground && a.accepted === b.accepted;

/** A quarter as the script reads it. */
function readQuarter(tab: YearTab, contents: TabContents, quarter: number): SentQuarter {
  const values: Record<string, Value> = {};
  const unsendable = new Map<string, unknown>();
  for (const { input, row } of tab.rows) {
    const value = contents.get(row)?.[quarter] ?? null;
    const reading = readCell({ value, formula: '', numberFormat: '0', shown: () => String(value) }, input);
    if (reading.status === 'value') values[input.id] = reading.value;
    else unsendable.set(input.id, value);
  }
  return { period: QUARTERS[quarter] ?? periodOf(YEAR, 4), values, unsendable };
}

/** The shared rules, over what stands in the cells and over what is sent. */
function rulesOn(
  unit: string,
  { period, values, unsendable }: SentQuarter,
  quarters: readonly SentQuarter[],
): Finding[] {
  const current = (other: string) => quarters.find((one) => one.period === other)?.values;
  return [
    ...findMalformed(plan, unit, Object.fromEntries(unsendable)),
    ...findingsOf(plan, { unit, period, values, current }),
  ];
}

/** What the template makes of the findings. */
function lookOf(input: InputDefinition, findings: readonly Finding[]): Look {
  const codes = findings.flatMap((finding) => (finding.input === input.id ? [finding.code] : []));
  const accepted = !codes.includes('malformed');
  if (!accepted || codes.includes('part-exceeds-whole')) return { ground: 'red', accepted };
  return { ground: codes.includes('implausible') || codes.includes('shrinking-flow') ? 'yellow' : 'white', accepted };
}
