/** "Vượt": what offices call a result better than its target. The wire's verdicts do not have it below a stretch goal; the view adds it. */
import type { IndicatorResult, Summary, Verdict } from '../../../shared/wire.ts';
import { shownValue } from './figure.ts';

const FINAL: ReadonlySet<Verdict> = new Set(['met', 'exceeded']);

/** By how much a goal is beaten: in percent of the goal for a total, in the figure's own unit (percent points for "%") for the rest. */
export interface Surplus {
  readonly amount: number;
  readonly measure: 'percent-of-goal' | 'own-unit';
  /** The figure is provisional and can only grow: "vượt ít nhất". */
  readonly atLeast: boolean;
}

/**
 * The surplus of an indicator with a final verdict whose figure is strictly better than its goal; null where the goal can
 * only be reached (100 %, none at all, a flag) or is not beaten. Of a goal with a range ("5-6 %") the upper end is the one to beat.
 */
export function surplusOf(result: IndicatorResult): Surplus | null {
  const value = shownValue(result);
  if (!FINAL.has(result.verdict) || !canBeBeaten(result) || typeof value !== 'number') return null;
  const goal = result.goal.stretch ?? result.goal.value;
  if (typeof goal !== 'number') return null;
  const amount = result.goal.direction === 'atLeast' ? value - goal : goal - value;
  if (amount <= 0 || goal <= 0) return null;
  const atLeast = result.value === null;
  if (result.unit === '%') return { amount, measure: 'own-unit', atLeast };
  return { amount: (amount / goal) * 100, measure: 'percent-of-goal', atLeast };
}

function canBeBeaten(result: IndicatorResult): boolean {
  const { value, direction } = result.goal;
  if (typeof value !== 'number') return false;
  return direction === 'atMost' ? value > 0 : !(result.unit === '%' && value >= 100);
}

/**
 * The targets that are beaten as a whole: with a final verdict, and every judged indicator that can be beaten is. One beaten
 * part does not make "vượt" of a target whose other parts are only reached.
 */
export function surpassedTargets(summary: Summary): ReadonlySet<number> {
  const surpassed = summary.targets.filter(({ number, verdict }) => {
    if (!FINAL.has(verdict)) return false;
    const beatable = summary.indicators.filter(
      (one) => one.target === number && FINAL.has(one.verdict) && canBeBeaten(one),
    );
    return verdict === 'exceeded' || (beatable.length > 0 && beatable.every((one) => surplusOf(one) !== null));
  });
  return new Set(surpassed.map((target) => target.number));
}
