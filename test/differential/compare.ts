/** The four answers about every cell of some tabs, held against one another. */
import { readCell } from '../../addon/server/cell-reader.ts';
import { findMalformed } from '../../shared/malformed.ts';
import { periodOf } from '../../shared/periods.ts';
import type { Plan } from '../../shared/plan.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { findingsOf } from '../../shared/validate.ts';
import type { Value } from '../../shared/values.ts';
import type { Finding } from '../../shared/wire.ts';
import { asTyped, type TabContents } from './contents.ts';
import type { SentQuarter, TestLedger } from './ledger.ts';
import { type Ground, type Look, looksOf } from './looks.ts';
import type { YearTab } from './template.ts';

export interface Setting {
  readonly plan: Plan;
  readonly unit: string;
  readonly year: number;
  /** The tab that the script reads. */
  readonly tab: YearTab;
  /** The tab whose rules the grid computes: the same one, but where the comparison itself is tried. */
  readonly inGrid?: YearTab;
  /** Null: the Worker is not asked. */
  readonly ledger: TestLedger | null;
}

export interface Comparison {
  /** What differs, a line a cell. */
  readonly differences: readonly string[];
  /** How many cells the grid showed in each colour. */
  readonly seen: Readonly<Record<Ground, number>>;
}

export async function compareTabs(setting: Setting, tabs: readonly TabContents[]): Promise<Comparison> {
  const { tab, inGrid = tab, plan, unit, ledger } = setting;
  const differences: string[] = [];
  const seen: Record<Ground, number> = { red: 0, yellow: 0, white: 0 };
  const look = await looksOf(inGrid, tabs);
  for (const [at, contents] of tabs.entries()) {
    const quarters = tab.columns.map((_, quarter) => readQuarter(setting, contents, quarter));
    const found = quarters.map((quarter) => rulesOn(plan, unit, quarter, quarters));
    const answered = ledger === null ? found : await ledger.store(unit, quarters);
    for (const [quarter, findings] of found.entries()) {
      // Beyond colours: every finding, with its words.
      if (JSON.stringify(findings) === JSON.stringify(answered[quarter])) continue;
      differences.push(JSON.stringify({ at, quarter, rules: findings, worker: answered[quarter] }));
    }
    for (const { input, row } of tab.rows) {
      for (const quarter of tab.columns.keys()) {
        const grid = look(at, row, quarter);
        seen[grid.ground] += 1;
        const rules = lookOf(input, found[quarter] ?? []);
        const worker = lookOf(input, answered[quarter] ?? []);
        const script = quarters[quarter]?.unsendable.has(input.id) !== true;
        if (isSame(grid, rules) && isSame(grid, worker) && script === grid.accepted) continue;
        const content = contents.get(row)?.[quarter];
        differences.push(JSON.stringify({ at, input: input.id, quarter, content, grid, rules, worker, script }));
      }
    }
  }
  return { differences, seen };
}

const isSame = (a: Look, b: Look): boolean => a.ground === b.ground && a.accepted === b.accepted;

/** A quarter as the script reads it. */
function readQuarter({ tab, year }: Setting, contents: TabContents, quarter: number): SentQuarter {
  const values: Record<string, Value> = {};
  const unsendable = new Map<string, unknown>();
  for (const { input, row } of tab.rows) {
    const value = contents.get(row)?.[quarter] ?? null;
    const reading = readCell(asTyped(value), input);
    if (reading.status === 'value') values[input.id] = reading.value;
    else unsendable.set(input.id, value);
  }
  return { period: periodOf(year, ([1, 2, 3, 4] as const)[quarter] ?? 4), values, unsendable };
}

/** The shared rules, over what stands in the cells and over what is sent. */
function rulesOn(plan: Plan, unit: string, quarter: SentQuarter, quarters: readonly SentQuarter[]): Finding[] {
  const { period, values, unsendable } = quarter;
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
