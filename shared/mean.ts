/**
 * The mean that is not the figure: what comes out when the areas' percentages are averaged, as it is often done by hand, beside the
 * ratio of sums, so that a view can say why the two differ.
 */
import type { IndicatorResult } from './wire.ts';

/** The mean beside the figure, both in percent points. */
export interface HandMadeMean {
  /** The unweighted mean of the units' percentages, in percent points. */
  readonly mean: number;
  /** The true figure: the ratio of sums. */
  readonly value: number;
}

/** The mean beside the value of a ratio or growth of several units; null where there is no value, or only one unit's percentage. */
export function handMadeMean(result: IndicatorResult): HandMadeMean | null {
  if (typeof result.value !== 'number') return null;
  const percentages = Object.values(result.parts).flatMap((part) =>
    part.numerator !== undefined && typeof part.value === 'number' ? [part.value] : [],
  );
  if (percentages.length < 2) return null;
  return { mean: percentages.reduce((sum, one) => sum + one, 0) / percentages.length, value: result.value };
}
