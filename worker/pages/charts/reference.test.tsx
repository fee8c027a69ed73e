/** The charts as SVG text beside references that were looked at: a change of a drawing is seen in its diff, without a browser. */
import { describe, expect, it } from 'vitest';
import { consolidate, type UnitReport } from '../../../shared/consolidate.ts';
import type { Period } from '../../../shared/periods.ts';
import { compilePlan } from '../../../shared/plan.ts';
import { chiengMung } from '../../../shared/resolution/chieng-mung.ts';
import type { IndicatorResult } from '../../../shared/wire.ts';
import cases from '../../../test/fixtures/consolidation.json' with { type: 'json' };
import { breaksOf } from '../indicator/breaks.ts';
import { figureOf } from '../indicator/figure.ts';
import { projectedOf } from '../indicator/projection.ts';
import { BulletChart } from './bullet-chart.tsx';
import { Sparkline } from './sparkline.tsx';
import { type Trajectory, trajectoryOf } from './trajectory.ts';
import { TrajectoryChart } from './trajectory-chart.tsx';

const plan = compilePlan(chiengMung());

/** An indicator's results over the term in one of the worked examples, and the last quarter that has a report there. */
function courseOf(example: string, id: string): { readonly results: IndicatorResult[]; readonly reported: number } {
  const found = cases.find(({ name }) => name === example);
  const reports = (found?.reports ?? []) as unknown as UnitReport[];
  const results = plan.periods.flatMap(
    (period) => consolidate(plan, reports, period).indicators.find((result) => result.id === id) ?? [],
  );
  return { results, reported: Math.max(...reports.map(({ period }) => plan.periodIndex.get(period) ?? 0)) };
}

function drawn(example: string, id: string, shown: Period, yearly = false): Trajectory {
  const { results, reported } = courseOf(example, id);
  const projected = projectedOf(plan, results);
  const breaks = breaksOf(plan, id);
  const trajectory = trajectoryOf({ periods: plan.periods, results, shown, reported, yearly, breaks, projected });
  if (trajectory === null) throw new Error(`${id} has no course`);
  return trajectory;
}

/** One element a line, so that a diff shows which mark moved. */
const svgOf = (chart: unknown): string => `${String(chart).replaceAll('><', '>\n<')}\n`;

const FIRST_YEAR = 'a full baseline and a first year';
const END = 'the end of the term';

describe('the course of', () => {
  it.each([
    ['a total of the term with its growing pace', FIRST_YEAR, 't01-revenue-term', '2027-Q2', false],
    ['a share that should fall, with its baseline', FIRST_YEAR, 't08-poor-households', '2027-Q2', false],
    ['a figure that begins anew each year', END, 't01-revenue-growth', '2030-Q4', true],
    ['a state over the whole term', END, 't02-coffee-area', '2030-Q4', false],
    ['a figure with holes', 'holes, contradictions, absent reports', 't02-fruit-coded', '2026-Q3', false],
  ] as const)('%s is drawn as it was approved', async (name, example, id, shown, yearly) => {
    const chart = <TrajectoryChart trajectory={drawn(example, id, shown, yearly)} text={name} />;
    await expect(svgOf(chart)).toMatchFileSnapshot(`reference/course-of-${name.replaceAll(/[^a-z]+/g, '-')}.svg`);
  });
});

it('the same course in the space of a word', async () => {
  const chart = <Sparkline trajectory={drawn(FIRST_YEAR, 't01-revenue-term', '2027-Q2')} text="thu ngân sách" />;
  await expect(svgOf(chart)).toMatchFileSnapshot('reference/sparkline.svg');
});

describe('the bullet graph of', () => {
  it.each([
    ['a figure on its pace', FIRST_YEAR, 't01-revenue-term', 5],
    ['a share that should fall', FIRST_YEAR, 't08-poor-households', 4],
    ['a provisional figure', 'holes, contradictions, absent reports', 't02-fruit-coded', 2],
    ['a figure that is only known from before', FIRST_YEAR, 't08-poor-households', 2],
  ] as const)('%s is drawn as it was approved', async (name, example, id, elapsed) => {
    const result = courseOf(example, id).results[elapsed];
    if (result === undefined) throw new Error(`${id} has no result`);
    const chart = <BulletChart result={result} figure={figureOf(plan, result)} />;
    await expect(svgOf(chart)).toMatchFileSnapshot(`reference/bullet-of-${name.replaceAll(/[^a-z]+/g, '-')}.svg`);
  });
});
