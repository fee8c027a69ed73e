/** What an indicator is judged by: its goal, its baseline, its last value, from the reports of the commune. */
import type { CellTable } from './cells.ts';
import { add, type Fraction, fraction, type Integer, SCALE, times } from './exact.ts';
import type { Figure } from './figures.ts';
import type { PlannedIndicator } from './plan.ts';
import type { Baseline } from './verdicts.ts';

/** A constant of the text, or a share of the baseline's sum where every unit gave a number. */
export function goalIn(table: CellTable, { baselineGoal, fixedGoal, units }: PlannedIndicator): Fraction | null {
  if (baselineGoal === null) return fixedGoal;
  let sum: Integer = 0;
  for (const unit of units) {
    const code = table.cell(0, unit, baselineGoal.input);
    if (code < 0) return null;
    sum = add(sum, code);
  }
  return times(baselineGoal.share, fraction(sum, SCALE));
}

/** For the horizon byEnd the earliest value before a period. @param figureAt the indicator's figure in an earlier one. */
export function baselineBefore(
  { horizon, kind }: PlannedIndicator,
  period: number,
  figureAt: (period: number) => Figure,
): Baseline | null {
  if (horizon !== 'byEnd' || kind === 'flag') return null;
  for (let elapsed = 0; elapsed < period; elapsed++) {
    const { value } = figureAt(elapsed);
    if (value !== null) return { elapsed, value };
  }
  return null;
}
