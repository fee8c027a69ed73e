/** From four reports to 44 figures and 24 verdicts; the floor is reading the same reports from their JSON. */

import { SAMPLE_PERIODS, sampleState, sampleValues } from '../../scripts/sample/figures.ts';
import { consolidate, createConsolidation, type UnitReport } from '../../shared/consolidate.ts';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import { interleaved } from '../measure.ts';
import { type Result, spreadOf } from '../results.ts';

const plan = compilePlan(chiengMung());
const PERIOD = '2026-Q2';

export function consolidationSuite(): Result[] {
  const reports = sampleReports();
  const ofPeriod = reports.filter((report) => report.period === PERIOD);
  const text = JSON.stringify(ofPeriod);
  const wholeText = JSON.stringify(reports);
  const prepared = createConsolidation(plan, reports);
  const before = prepared.at('2026-Q1');
  let flip = 0;
  const oneInput = (): unknown => {
    flip = 1 - flip;
    for (const report of ofPeriod.slice(0, 1)) {
      prepared.put({ ...report, values: { ...report.values, households: 2000 + flip } });
    }
    return prepared.at(PERIOD);
  };
  const onePeriod = (): unknown => {
    const holder = createConsolidation(plan, ofPeriod);
    return holder.at(PERIOD);
  };
  const cold = (): unknown => consolidate(plan, reports, PERIOD);
  requireEqual(JSON.stringify(consolidate(plan, reports, '2026-Q1')), JSON.stringify(before));
  const [period = [], whole = [], input = [], parse = [], parseWhole = []] = interleaved([
    onePeriod,
    cold,
    oneInput,
    () => JSON.parse(text),
    () => JSON.parse(wholeText),
  ]);
  const floor = 'JSON.parse of the same reports';
  return [
    result('one period, its four reports', period, floor, parse, null),
    result('cold, all the reports it needs', whole, floor, parseWhole, null),
    result('one changed input', input, floor, parse, null),
  ];
}

function sampleReports(): UnitReport[] {
  return plan.units.flatMap((unit) =>
    SAMPLE_PERIODS.filter((period) => sampleState(unit.id, period) !== 'none').map((period) => ({
      unit: unit.id,
      period,
      values: sampleValues(unit.id, period),
    })),
  );
}

function requireEqual(a: string, b: string): void {
  if (a !== b) throw new Error('the two ways of computing differ: nothing is compared');
}

function result(
  name: string,
  ours: readonly number[],
  floorName: string,
  floor: readonly number[],
  goal: number | null,
): Result {
  const spread = spreadOf(ours);
  const median = spreadOf(floor).median;
  const ratio = spread.median / median;
  return {
    suite: 'consolidation',
    name,
    unit: 'µs',
    ours: spread,
    peers: [],
    floor: { name: floorName, median, ratio },
    goal,
    met: goal === null ? null : ratio <= goal,
  };
}
