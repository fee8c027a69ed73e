/**
 * How time and memory grow: from 20 periods to 200, from 4 units to 400. Of each curve the exponent: 1 is in proportion,
 * 0 does not grow. A goal of 1.1 leaves room for what the measurement itself wavers.
 */
import { type Consolidation, createConsolidation, type UnitReport } from '../../shared/consolidate.ts';
import { compilePlan, type Plan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { Resolution } from '../../shared/resolution/schema.ts';
import { collectGarbage } from '../../test/simulation/collect-garbage.ts';
import { reportsOf, reportsUpTo } from '../consolidation/term-reports.ts';
import { exponentOf } from '../growth/exponent.ts';
import { interleaved } from '../measure.ts';
import { type Result, spreadOf } from '../results.ts';

const SUITE = 'growth';
const LARGEST_EXPONENT = 1.1;
const YEARS = [5, 10, 20, 50];
const UNITS = [4, 12, 40, 120, 400];

/** One size of a curve. */
interface Step {
  readonly size: number;
  readonly plan: Plan;
  readonly reports: readonly UnitReport[];
}

export function growthPeriodsSuite(): Result[] {
  return [...curves('periods', YEARS.map(ofYears)), ...curves('units', UNITS.map(ofUnits))];
}

function ofYears(years: number): Step {
  const resolution = chiengMung();
  const { firstYear } = resolution.term;
  const plan = compilePlan({ ...resolution, term: { ...resolution.term, lastYear: firstYear + years - 1 } });
  return { size: 4 * years, plan, reports: parsed(reportsUpTo(plan, lastOf(plan))) };
}

/** So many areas and offices, in the proportion of the resolution's own, each with the figures of one that there is. */
function ofUnits(count: number): Step {
  const resolution = chiengMung();
  const own = resolution.units;
  const sampleOf = (unit: string): string => unit.replace(/-\d+$/, '');
  const units: Resolution['units'] = Array.from({ length: count }, (_, at) => {
    const unit = own[at % own.length];
    if (unit === undefined) throw new Error('a resolution without units');
    return at < own.length ? unit : { ...unit, id: `${unit.id}-${at}` };
  });
  const plan = compilePlan({ ...resolution, units });
  const reports = plan.periods.slice(0, 5).flatMap((period) => reportsOf(plan, period, 0, sampleOf));
  return { size: count, plan, reports: parsed(reports) };
}

function parsed(reports: readonly UnitReport[]): UnitReport[] {
  return JSON.parse(JSON.stringify(reports));
}

function curves(what: string, steps: readonly Step[]): Result[] {
  const cold = interleaved(
    steps.map(
      ({ plan, reports }) =>
        () =>
          createConsolidation(plan, reports).judge(lastReported(plan, reports)),
    ),
  );
  const kept = steps.map(({ plan, reports }) => createConsolidation(plan, reports));
  const changed = interleaved(steps.map((step, at) => changing(step, kept[at])));
  // The first of all has what was left behind before it.
  for (const { plan, reports } of steps.slice(0, 1)) kilobytesOf(plan, reports);
  const memory = steps.map(({ plan, reports }) => [kilobytesOf(plan, reports)]);
  return [
    ...curve(`cold, by ${what}`, 'µs', steps, cold),
    ...curve(`one changed input, by ${what}`, 'µs', steps, changed),
    ...curve(`memory of what is kept, by ${what}`, 'kB', steps, memory),
  ];
}

/** One input of the last report, up and down. */
function changing({ plan, reports }: Step, kept: Consolidation | undefined): () => unknown {
  const last = reports.at(-1);
  const input = plan.inputs.find(({ id }) => typeof last?.values[id] === 'number');
  if (kept === undefined || last === undefined || input === undefined) throw new Error('nothing to change');
  const value = Number(last.values[input.id]);
  const pair = [0, 1].map((by) => ({ ...last, values: { ...last.values, [input.id]: value + by } }));
  let next = 0;
  return () => {
    next = 1 - next;
    const report = pair[next];
    if (report !== undefined) kept.put(report);
    return kept.judge(last.period);
  };
}

/** What a holder with every figure of the last period takes, in kilobytes, beside the reports themselves. */
function kilobytesOf(plan: Plan, reports: readonly UnitReport[]): number {
  const COPIES = 10;
  const copies: Consolidation[] = [];
  collectGarbage();
  const before = used();
  for (let copy = 0; copy < COPIES; copy++) {
    const made = createConsolidation(plan, reports);
    made.judge(lastReported(plan, reports));
    copies.push(made);
  }
  collectGarbage();
  const after = used();
  return copies.length === 0 ? 0 : (after - before) / COPIES / 1000;
}

/** Typed arrays lie beside the heap. */
function used(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function curve(name: string, unit: string, steps: readonly Step[], samples: readonly (readonly number[])[]): Result[] {
  const points = steps.map(({ size }, at) => ({ size, ours: spreadOf(samples[at] ?? []) }));
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const exponent = exponentOf(points.map(({ size, ours }) => ({ size, cost: ours.median })));
  const spread = { median: exponent, p10: exponent, p90: exponent };
  const frame = { suite: SUITE, peers: [], floor: null };
  return [
    ...points.map(({ size, ours }) => ({ ...frame, name: `${name}: ${size}`, unit, ours, goal: null, met: null })),
    {
      ...frame,
      name: `${name}: the exponent from ${first.size} to ${last.size}`,
      unit: '',
      ours: spread,
      goal: LARGEST_EXPONENT,
      goalIs: 'median at most',
      met: exponent <= LARGEST_EXPONENT,
    },
  ];
}

function lastOf(plan: Plan) {
  return plan.periods.at(-1) ?? plan.resolution.term.baseline;
}

function lastReported(plan: Plan, reports: readonly UnitReport[]) {
  return reports.at(-1)?.period ?? plan.resolution.term.baseline;
}
