/** The geometry of a bullet graph, in percent of its width: where value, goal, pace and baseline stand, and where good lies. */
import { scaleLinear } from 'd3-scale';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { shownValue } from '../indicator/figure.ts';

/** A stretch along the axis, both ends in percent of the width. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** `beyond` is the side where the value lies outside the axis and its bar is cut off. */
interface Bar extends Stretch {
  readonly kind: 'final' | 'provisional';
  readonly beyond: 'left' | 'right' | null;
}

/** All positions are in percent of the width, 0 at the left. */
export interface Bullet {
  readonly bar: Bar | null;
  /** Where zero is, if the axis goes below it. */
  readonly zero: number | null;
  /** The last known figure, where there is none now. */
  readonly last: number | null;
  readonly goal: number;
  /** The side of the goal that is good. */
  readonly good: Stretch;
  readonly better: 'right' | 'left';
  readonly expected: number | null;
  readonly baseline: number | null;
}

/** The axis ends a little beyond its largest mark, so that a goal of 100 % is not the frame's edge. */
const HEADROOM = 1.06;
/** A value beyond this many goals is cut off, and marked so: the other marks have to stay apart. */
const LONGEST = 2.5;

/** Null for a flag, and while the goal depends on a baseline that is not there. */
export function bulletOf(result: IndicatorResult): Bullet | null {
  const goal = result.goal.value;
  if (typeof goal !== 'number') return null;
  const shown = numberOrNull(shownValue(result));
  const last = shown === null ? numberOrNull(result.last?.value ?? null) : null;
  const baseline = result.baseline?.value ?? null;
  const axis = axisOf(goal, [shown, last, result.expected, baseline]);
  const at = (value: number) => position(axis, value);
  const better = result.goal.direction === 'atLeast' ? 'right' : 'left';
  return {
    bar: shown === null ? null : barOf(axis, shown, result.value === null ? 'provisional' : 'final'),
    last: last === null ? null : at(last),
    zero: axis.min < 0 ? at(0) : null,
    goal: at(goal),
    good: better === 'right' ? { from: at(goal), to: 100 } : { from: 0, to: at(goal) },
    better,
    expected: result.expected === null ? null : at(result.expected),
    baseline: baseline === null ? null : at(baseline),
  };
}

interface Axis {
  readonly min: number;
  readonly max: number;
}

/** From zero (or the lowest mark below it) to the highest mark, at most `LONGEST` goals. */
function axisOf(goal: number, marks: readonly (number | null)[]): Axis {
  const values = marks.filter((mark) => mark !== null);
  const longest = goal > 0 ? goal * LONGEST : Number.POSITIVE_INFINITY;
  const max = Math.min(Math.max(goal, ...values), longest) * HEADROOM;
  const min = Math.max(Math.min(0, goal, ...values), goal > 0 ? -goal * LONGEST : Number.NEGATIVE_INFINITY);
  return { min, max: max > min ? max : min + 1 };
}

function position(axis: Axis, value: number): number {
  const across = scaleLinear([axis.min, axis.max], [0, 100]).clamp(true);
  return Math.round(across(value) * 100) / 100;
}

function barOf(axis: Axis, value: number, kind: 'final' | 'provisional'): Bar {
  const [zero, end] = [position(axis, 0), position(axis, value)];
  const beyond = value > axis.max ? 'right' : value < axis.min ? 'left' : null;
  return { kind, from: Math.min(zero, end), to: Math.max(zero, end), beyond };
}

function numberOrNull(value: number | boolean | null): number | null {
  return typeof value === 'number' ? value : null;
}
