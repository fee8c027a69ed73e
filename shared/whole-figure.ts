/** The figure of an indicator where every unit has given a number: from totals, however many units there are. */
import { type Figure, isSafe, tally } from './figures.ts';
import type { PlannedIndicator } from './plan.ts';
import type { ReportTable } from './report-table.ts';

/** Fills a figure; false where the units have to be looked at one by one. */
export function tallyWhole(figure: Figure, table: ReportTable, indicator: PlannedIndicator, period: number): boolean {
  const { kind, inputs, units } = indicator;
  const { length } = units;
  const first = inputs[0] ?? -1;
  let numerator = table.sum(period, first, length);
  if (kind === 'termSum') {
    if (period === 0) return false;
    for (let end = 4; end < period; end += 4) numerator += table.sum(end, first, length);
  }
  const denominator = inputs.length > 1 ? table.sum(period, inputs[1] ?? -1, length) : 0;
  if (!isSafe(numerator) || !isSafe(denominator)) return false;
  tally(figure, numerator, denominator, length, 0, 0, true);
  return true;
}
