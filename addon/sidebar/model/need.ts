/** What is still needed for a goal, in words: how much, and which unit could give most of it. */
import { formatFigure } from '../../../shared/display.ts';
import { farthest, type Remedy } from '../../../shared/remedies.ts';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { EFFECT_WORDS } from '../words.ts';

interface Names {
  /** The unit of measure of the shortfall. */
  readonly unit: string | null;
  readonly nameOf: (unit: string) => string;
}

/** @param remedies who can still help, the unit farthest from the goal first. */
export function needOf(result: IndicatorResult, remedies: readonly Remedy[], names: Names): string | null {
  const list = (units: readonly string[]): string => units.map(names.nameOf).join(', ');
  if (result.coverage.invalid.length > 0) return EFFECT_WORDS.invalidIn(list(result.coverage.invalid));
  if (result.value === null && result.coverage.missing.length > 0) {
    return EFFECT_WORDS.waitingFor(list(result.coverage.missing));
  }
  if (result.shortfall === null) return null;
  if (result.shortfall === 0) return EFFECT_WORDS.reached;
  return `${amountOf(result, result.shortfall, names.unit)}${mostOf(remedies, names)}.`;
}

function amountOf(result: IndicatorResult, shortfall: number, unit: string | null): string {
  const amount = formatFigure(shortfall, unit);
  if (result.goal.direction === 'atLeast') return EFFECT_WORDS.needMore(amount);
  return result.goal.horizon === 'term' ? EFFECT_WORDS.overTerm(amount) : EFFECT_WORDS.needLess(amount);
}

/** Of one unit alone nobody says that it has most. */
function mostOf(remedies: readonly Remedy[], names: Names): string {
  const most = remedies.length < 2 ? null : farthest(remedies);
  return most === null ? '' : `; ${EFFECT_WORDS.mostIn(names.nameOf(most.unit))}`;
}
