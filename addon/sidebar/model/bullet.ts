/** The geometry of a bullet graph: measure, goal and pace on one scale, as shares of its width from 0 to 1. */
import type { IndicatorResult } from '../../../shared/wire.ts';

export interface Bullet {
  /** Where the bar begins and ends. */
  readonly from: number;
  readonly to: number;
  /** Where the figure stood before the typed value; null where there was none. */
  readonly before: number | null;
  readonly goal: number;
  readonly pace: number | null;
  /** The side of the goal on which good lies. */
  readonly good: 'left' | 'right';
}

/** The graph of an indicator's figure, or null where there is nothing to draw: no number, no goal, a flag. */
export function bulletOf(after: IndicatorResult, before: IndicatorResult): Bullet | null {
  const figure = numeric(after.value) ?? numeric(after.provisional);
  const goal = numeric(after.goal.value);
  if (figure === null || goal === null) return null;
  const earlier = numeric(before.value) ?? numeric(before.provisional);
  const marks = [0, figure, goal, after.expected, earlier].filter((mark) => mark !== null);
  const low = Math.min(...marks);
  const high = scaleEnd(Math.max(...marks), after.unit);
  const place = (mark: number): number => (mark - low) / (high - low);
  return {
    from: place(Math.min(0, figure)),
    to: place(Math.max(0, figure)),
    before: earlier === null || earlier === figure ? null : place(earlier),
    goal: place(goal),
    pace: after.expected === null || after.expected === goal ? null : place(after.expected),
    good: after.goal.direction === 'atLeast' ? 'right' : 'left',
  };
}

/** Some room beyond the last mark, so that a goal's line is never the edge; a share of most of the whole ends at the whole. */
function scaleEnd(highest: number, unit: string | null): number {
  if (highest === 0) return 1;
  if (unit === '%' && highest >= 50 && highest <= 100) return 104;
  return highest * 1.25;
}

function numeric(value: number | boolean | null): number | null {
  return typeof value === 'number' ? value : null;
}
