/**
 * The geometry of an indicator's course over the term: what was, the goal, where one should be, where it leads if it goes on so.
 * Positions run from 0 to 100 across and down, so that the drawing fills any width.
 */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { type Period, quarterOf, yearOf } from '../../../shared/periods.ts';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { type Break, standardAt } from '../indicator/breaks.ts';
import { shownValue } from '../indicator/figure.ts';

/** A place in the drawing: 0 left or top, 100 right or bottom. */
interface Place {
  readonly x: number;
  readonly y: number;
}

interface CoursePoint extends Place {
  readonly period: Period;
  readonly kind: 'final' | 'provisional';
}

export interface Trajectory {
  readonly points: readonly CoursePoint[];
  /** The SVG path through the points; null where there are fewer than two to join. */
  readonly course: string | null;
  /** Where one should have been in each quarter; null where the goal has no pace. */
  readonly pace: string | null;
  /** From the newest final figure on, as it went so far; null where nothing can be said. */
  readonly projection: string | null;
  readonly goal: number;
  /** Which part of the height is good. */
  readonly good: { readonly from: number; readonly to: number };
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  /** The quarters that end a year, the baseline among them. */
  readonly years: readonly { readonly x: number; readonly year: number }[];
  /** The quarter that the page shows. */
  readonly shown: number;
  /** Between the quarters where another standard begins. */
  readonly breaks: readonly number[];
}

export interface Course {
  readonly periods: readonly Period[];
  /** One for each of the periods. */
  readonly results: readonly IndicatorResult[];
  readonly shown: Period;
  /** The last quarter of which anything was reported: after it there are no figures, only carried ones. */
  readonly reported: number;
  /** Figures begin anew with each year, so that lines do not join two of them. */
  readonly yearly: boolean;
  /** Where the standard changes, so that lines do not join what is measured by two. */
  readonly breaks: readonly Break[];
  readonly projected: Projected | null;
}

/** From the figure of one quarter to that of the last one, places counted from the baseline. */
export interface Projected {
  readonly from: { readonly elapsed: number; readonly value: number };
  readonly to: { readonly elapsed: number; readonly value: number };
}

const TICKS = 4;
/** Above this share of the largest figure the smallest one's distance from zero tells nothing. */
const NARROW = 0.6;

/** Null for a flag, and while the goal depends on a baseline that is not there. */
export function trajectoryOf(course: Course): Trajectory | null {
  const { periods, results, projected } = course;
  const last = results.at(-1);
  if (last === undefined || typeof last.goal.value !== 'number') return null;
  const { value: goal, direction } = last.goal;
  const figures = results.map((result, elapsed) => (elapsed > course.reported ? null : numberOf(shownValue(result))));
  const expected = paceOf(course, last);
  const known = [...figures, ...expected, goal, projected?.to.value ?? null].filter((figure) => figure !== null);
  const y = scaleLinear(rangeOf(known), [100, 0]).nice(TICKS);
  const x = scaleLinear([0, periods.length - 1], [0, 100]);
  const at = (elapsed: number, value: number): Place => ({ x: round(x(elapsed)), y: round(y(value)) });
  const points = results.flatMap((result, elapsed): CoursePoint[] => {
    const value = figures[elapsed];
    const period = periods[elapsed];
    if (typeof value !== 'number' || period === undefined) return [];
    return [{ ...at(elapsed, value), period, kind: result.value === null ? 'provisional' : 'final' }];
  });
  const better = direction === 'atMost' ? { from: y(goal), to: 100 } : { from: 0, to: y(goal) };
  return {
    points,
    course: pathOf(points, course),
    pace: joined(expected.flatMap((value, elapsed) => (value === null ? [] : [at(elapsed, value)]))),
    projection:
      projected === null ? null : joined([projected.from, projected.to].map((one) => at(one.elapsed, one.value))),
    goal: round(y(goal)),
    good: { from: round(better.from), to: round(better.to) },
    ticks: y.ticks(TICKS).map((value) => ({ y: round(y(value)), value })),
    years: periods.flatMap((period, elapsed) =>
      quarterOf(period) === 4 ? [{ x: round(x(elapsed)), year: yearOf(period) }] : [],
    ),
    shown: round(x(periods.indexOf(course.shown))),
    breaks: course.breaks.flatMap(({ year }) => {
      const first = periods.indexOf(`${year}-Q1`);
      return first === -1 ? [] : [round(x(first - 0.5))];
    }),
  };
}

/** Where one should be in each quarter, from where the way begins: nothing for a term's total, its baseline for a state. */
function paceOf({ periods, results }: Course, { goal, baseline }: IndicatorResult): (number | null)[] {
  const start = baseline === null ? 0 : periods.indexOf(baseline.period);
  const begun = goal.horizon === 'term' ? 0 : (baseline?.value ?? null);
  return results.map(({ expected }, elapsed) => (elapsed === start ? begun : expected));
}

/** From zero where the figures come near it; else from a little below the smallest one, so that a course can be seen at all. */
function rangeOf(figures: readonly number[]): [number, number] {
  const least = Math.min(...figures);
  const most = Math.max(...figures);
  const isNarrow = least > 0 && least > most * NARROW;
  const from = isNarrow ? least - (most - least) * 0.25 : Math.min(0, least);
  return most > from ? [from, most] : [from - 1, from + 1];
}

/** Through the points of each standard, and of each year where figures begin anew. */
function pathOf(points: readonly CoursePoint[], { yearly, breaks }: Course): string | null {
  const stretches = Map.groupBy(points, ({ period }) => (yearly ? yearOf(period) : standardAt(breaks, period)));
  const paths = [...stretches.values()].flatMap((stretch) => joined(stretch) ?? []);
  return paths.length === 0 ? null : paths.join('');
}

const draw = line<Place>(
  ({ x }) => x,
  ({ y }) => y,
);

function joined(places: readonly Place[]): string | null {
  return places.length < 2 ? null : draw([...places]);
}

function numberOf(value: number | boolean | null): number | null {
  return typeof value === 'number' ? value : null;
}

function round(position: number): number {
  return Math.round(position * 100) / 100;
}
