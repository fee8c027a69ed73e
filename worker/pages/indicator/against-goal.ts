/** "So với mục tiêu": how far a figure is from its goal, and what is still needed, in the words of an office's report. */
import { formatFigureBeside } from '../../../shared/display.ts';
import { numeratorUnit, type Plan } from '../../../shared/plan.ts';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { FIGURE_WORDS } from '../words.ts';
import { shownValue } from './figure.ts';
import { type Surplus, surplusOf } from './surplus.ts';

/** Totals that should grow in percent of the goal, ratios and growth in percent points, "at most" as above or below; a flag has none. */
export function againstGoalText(result: IndicatorResult): string | null {
  const value = shownValue(result);
  const goal = result.goal.value;
  if (typeof value !== 'number' || typeof goal !== 'number') return null;
  if (result.unit !== '%' && result.goal.direction === 'atLeast' && goal > 0) {
    return formatFigureBeside((value / goal) * 100, '%', [100]);
  }
  if (value === goal) return FIGURE_WORDS.equal;
  const distance = amountText(Math.abs(value - goal), result.unit);
  return value > goal ? FIGURE_WORDS.above(distance) : FIGURE_WORDS.below(distance);
}

/** "còn thiếu 15 người": what is still needed to hit the goal today; null where it is hit, or cannot be said. */
export function shortfallText(plan: Plan, result: IndicatorResult): string | null {
  if (result.shortfall === null || result.shortfall === 0) return null;
  const amount = amountText(result.shortfall, numeratorUnit(plan, result.id));
  if (result.goal.direction === 'atLeast') return FIGURE_WORDS.stillMissing(amount);
  // A term's total never sinks again: what is above a ceiling cannot be reduced any more.
  return result.goal.horizon === 'term' ? FIGURE_WORDS.overCeiling(amount) : FIGURE_WORDS.stillToReduce(amount);
}

/** "vượt 4%", "vượt 1,2 điểm %", "vượt ít nhất 3%"; null where nothing is beaten. */
export function surplusText(result: IndicatorResult): string | null {
  const surplus = surplusOf(result);
  if (surplus === null) return null;
  const by = surplusAmount(result, surplus);
  return surplus.atLeast ? FIGURE_WORDS.surpassedAtLeast(by) : FIGURE_WORDS.surpassed(by);
}

function surplusAmount(result: IndicatorResult, surplus: Surplus): string {
  if (surplus.measure === 'percent-of-goal') return formatFigureBeside(surplus.amount, '%', [0]);
  return amountText(surplus.amount, result.unit);
}

/** A distance that is not zero, never shown as zero; of percentages in percent points. */
export function amountText(amount: number, unit: string | null): string {
  if (unit === '%') return FIGURE_WORDS.points(formatFigureBeside(amount, '%', [0]).slice(0, -1));
  return formatFigureBeside(amount, unit, [0]);
}
