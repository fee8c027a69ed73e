/**
 * An indicator's course over the term as SVG from the server: lines in a stretched drawing, marks and texts at percentages, so that it
 * fills its column without being distorted. Told apart by dash, shape and grey, never by hue alone; the numbers stand in a table beside it.
 */
import { formatNumber } from '../../../shared/number-format.ts';
import { CHART_WORDS } from '../words.ts';
import type { Trajectory } from './trajectory.ts';

/** Pixels: the drawing, the room above it for marks, the line of years under it, the figures at its left. */
const HEIGHT = 190;
const ABOVE = 8;
const BELOW = 24;
const LEFT = 56;
const MARK = 4;

interface ChartProps {
  readonly trajectory: Trajectory;
  /** All that the chart shows, in words. */
  readonly text: string;
}

export function TrajectoryChart({ trajectory, text }: ChartProps) {
  const { points, course, pace, projection, goal, good, years, shown, breaks } = trajectory;
  return (
    <div class="trajectory">
      <Axis trajectory={trajectory} />
      <svg class="trajectory-plot" width="100%" height={ABOVE + HEIGHT + BELOW} role="img">
        <title>{text}</title>
        <rect class="trajectory-good" x="0" y={down(good.from)} width="100%" height={down(good.to) - down(good.from)} />
        {trajectory.ticks.map(({ y }) => (
          <line key={y} class="trajectory-grid" x1="0" x2="100%" y1={down(y)} y2={down(y)} />
        ))}
        <line class="trajectory-shown" x1={`${shown}%`} x2={`${shown}%`} y1={ABOVE} y2={ABOVE + HEIGHT} />
        {breaks.map((x) => (
          <line key={x} class="trajectory-break" x1={`${x}%`} x2={`${x}%`} y1={0} y2={ABOVE + HEIGHT} />
        ))}
        <line class="trajectory-goal" x1="0" x2="100%" y1={down(goal)} y2={down(goal)} />
        <svg
          x="0"
          y={ABOVE}
          width="100%"
          height={HEIGHT}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {pace === null ? null : <Line name="pace" path={pace} />}
          {projection === null ? null : <Line name="projection" path={projection} />}
          {course === null ? null : <Line name="course" path={course} />}
        </svg>
        {points.map(({ x, y, kind, period }) => (
          <circle key={period} class={`trajectory-${kind}`} cx={`${x}%`} cy={down(y)} r={MARK} />
        ))}
        {years.map(({ x, year }) => (
          <text key={year} class="trajectory-year" x={`${x}%`} y={ABOVE + HEIGHT + 16} text-anchor={anchorAt(x)}>
            {year}
          </text>
        ))}
      </svg>
    </div>
  );
}

function Axis({ trajectory }: Pick<ChartProps, 'trajectory'>) {
  return (
    <svg class="trajectory-axis" width={LEFT} height={ABOVE + HEIGHT + BELOW} aria-hidden="true">
      {trajectory.ticks.map(({ y, value }) => (
        <text key={y} x={LEFT - 6} y={down(y) + 4} text-anchor="end">
          {formatNumber(value)}
        </text>
      ))}
    </svg>
  );
}

/** Its stroke keeps its width, whatever the drawing is stretched to. */
function Line({ name, path }: { readonly name: string; readonly path: string }) {
  return <path class={`trajectory-${name}`} d={path} fill="none" vector-effect="non-scaling-stroke" />;
}

/** The first and last year stay inside the drawing. */
function anchorAt(x: number): 'start' | 'middle' | 'end' {
  return x === 0 ? 'start' : x === 100 ? 'end' : 'middle';
}

function down(y: number): number {
  return Math.round((ABOVE + (y * HEIGHT) / 100) * 10) / 10;
}

/** What the lines and marks mean, with a drawing of each. */
export function TrajectoryLegend({ trajectory: { pace, projection, points, breaks } }: Pick<ChartProps, 'trajectory'>) {
  const items = [
    { word: CHART_WORDS.value, name: 'final', there: true },
    { word: CHART_WORDS.provisional, name: 'provisional', there: points.some(({ kind }) => kind === 'provisional') },
    { word: CHART_WORDS.goal, name: 'goal', there: true },
    { word: CHART_WORDS.expected, name: 'pace', there: pace !== null },
    { word: CHART_WORDS.projection, name: 'projection', there: projection !== null },
    { word: CHART_WORDS.break, name: 'break', there: breaks.length > 0 },
  ];
  return (
    <ul class="legend" aria-label={CHART_WORDS.legend}>
      {items.flatMap(({ word, name, there }) =>
        there
          ? [
              <li key={name}>
                <svg class="legend-mark" width="24" height="18" aria-hidden="true">
                  {name === 'final' || name === 'provisional' ? (
                    <circle class={`trajectory-${name}`} cx="12" cy="9" r={MARK} />
                  ) : (
                    <path class={`trajectory-${name}`} d={name === 'break' ? 'M12 0V18' : 'M0 9H24'} fill="none" />
                  )}
                </svg>{' '}
                {word}
              </li>,
            ]
          : [],
      )}
    </ul>
  );
}
