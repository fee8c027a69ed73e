/** What is still needed for a goal, in words: how much, and which unit could give most of it. */
import { formatFigure } from '../../../shared/display.ts';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { EFFECT_WORDS } from '../words.ts';

interface Names {
  /** The unit of measure of the shortfall. */
  readonly unit: string;
  readonly nameOf: (unit: string) => string;
}

export function needOf(result: IndicatorResult, names: Names): string | null {
  const list = (units: readonly string[]): string => units.map(names.nameOf).join(', ');
  if (result.coverage.invalid.length > 0) return EFFECT_WORDS.invalidIn(list(result.coverage.invalid));
  if (result.value === null && result.coverage.missing.length > 0) {
    return EFFECT_WORDS.waitingFor(list(result.coverage.missing));
  }
  if (result.shortfall === null) return null;
  if (result.shortfall === 0) return EFFECT_WORDS.reached;
  return `${amountOf(result, result.shortfall, names.unit)}${mostOf(result, names)}.`;
}

function amountOf(result: IndicatorResult, shortfall: number, unit: string): string {
  const amount = formatFigure(shortfall, unit);
  if (result.goal.direction === 'atLeast') return EFFECT_WORDS.needMore(amount);
  return result.goal.horizon === 'term' ? EFFECT_WORDS.overTerm(amount) : EFFECT_WORDS.needLess(amount);
}

function mostOf(result: IndicatorResult, names: Names): string {
  const unit = unitWithMost(result);
  return unit === null ? '' : `; ${EFFECT_WORDS.mostIn(names.nameOf(unit))}`;
}

/** The unit that is farthest from the goal, measured in the numerator's own units; null where parts have no two numbers. */
export function unitWithMost({ goal, parts }: IndicatorResult): string | null {
  if (typeof goal.value !== 'number' || Object.keys(parts).length < 2) return null;
  const sign = goal.direction === 'atLeast' ? 1 : -1;
  let most: { readonly unit: string; readonly gap: number } | null = null;
  for (const [unit, { numerator, denominator }] of Object.entries(parts)) {
    if (numerator === undefined || denominator === undefined) continue;
    const gap = sign * ((goal.value / 100) * denominator - numerator);
    if (gap > 0 && (most === null || gap > most.gap)) most = { unit, gap };
  }
  return most?.unit ?? null;
}
