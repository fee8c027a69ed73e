/** One indicator of a target: its figure in the period, its course over the term, its years, the parts of its units. */
import { formatFigureBeside, goalText } from '../../../shared/display.ts';
import { indicatorLabel, type Plan } from '../../../shared/plan.ts';
import type { IndicatorResult, Summary } from '../../../shared/wire.ts';
import { indicatorAnchor } from '../addresses.ts';
import { trajectoryOf } from '../charts/trajectory.ts';
import { TrajectoryChart, TrajectoryLegend } from '../charts/trajectory-chart.tsx';
import { againstGoalText, shortfallText, surplusText } from '../indicator/against-goal.ts';
import { beginsAnew } from '../indicator/begins-anew.ts';
import { breaksOf } from '../indicator/breaks.ts';
import { type Figure, figureOf } from '../indicator/figure.ts';
import { horizonText } from '../indicator/horizon.ts';
import { projectedOf } from '../indicator/projection.ts';
import type { Person } from '../props.ts';
import { VerdictLabel } from '../sign.tsx';
import { FIGURE_WORDS, TARGET_WORDS } from '../words.ts';
import { CourseTable } from './course-table.tsx';
import { PartsTable } from './parts-table.tsx';
import { Years } from './years.tsx';

interface SectionProps {
  readonly plan: Plan;
  readonly summary: Summary;
  readonly result: IndicatorResult;
  readonly term: readonly Pick<Summary, 'indicators'>[];
  /** The last quarter of which anything was reported, counted from the baseline. */
  readonly reported: number;
  readonly me: Person;
}

export function IndicatorSection({ plan, summary, result, term, reported, me }: SectionProps) {
  const label = indicatorLabel(plan, result.id);
  const results = term.flatMap(({ indicators }) => indicators.find(({ id }) => id === result.id) ?? []);
  return (
    <section class="indicator" aria-labelledby={indicatorAnchor(result.id)}>
      <h2 id={indicatorAnchor(result.id)}>{label}</h2>
      <Standing plan={plan} result={result} />
      <div data-live={`course-${result.id}`}>
        <CourseChart plan={plan} summary={summary} results={results} reported={reported} label={label} />
        {result.goal.horizon === 'everyYear' ? <Years plan={plan} results={results} /> : null}
        <CourseTable plan={plan} results={results} reported={reported} />
      </div>
      <PartsTable plan={plan} summary={summary} result={result} me={me} />
    </section>
  );
}

/** What the overview's row says, in one line. */
function Standing({ plan, result }: { readonly plan: Plan; readonly result: IndicatorResult }) {
  const figure = figureOf(plan, result);
  const against = againstGoalText(result);
  const more = [shortfallText(plan, result), surplusText(result), figure.last].filter((text) => text !== null);
  return (
    <p class="standing" data-live={`standing-${result.id}`} data-label={indicatorLabel(plan, result.id)}>
      <strong class={`figure-${figure.kind}`}>{figureWords(figure)}</strong>
      {figure.absolute === null ? null : ` (${figure.absolute})`} · {TARGET_WORDS.goal}{' '}
      {goalText(result.goal, result.unit)} {horizonText(plan, result)}
      {against === null ? null : ` · ${against}`} · <VerdictLabel verdict={result.verdict} />
      {more.length === 0 ? null : <span class="under"> {more.join(' · ')}</span>}
    </p>
  );
}

function figureWords({ kind, text }: Figure): string {
  return kind === 'provisional' ? `${FIGURE_WORDS.provisional} ${text}` : text;
}

interface ChartProps {
  readonly plan: Plan;
  readonly summary: Summary;
  readonly results: readonly IndicatorResult[];
  readonly reported: number;
  readonly label: string;
}

function CourseChart({ plan, summary, results, reported, label }: ChartProps) {
  const projected = projectedOf(plan, results);
  const last = results.at(-1);
  const breaks = breaksOf(plan, last?.id ?? '');
  const trajectory = trajectoryOf({
    periods: plan.periods,
    results,
    shown: summary.period,
    reported,
    yearly: last !== undefined && beginsAnew(plan, last.id),
    breaks,
    projected,
  });
  if (last === undefined || trajectory === null) {
    return <p class="muted">{last?.unit === null ? TARGET_WORDS.noFlagChart : TARGET_WORDS.noGoal}</p>;
  }
  return (
    <>
      <p class="measure">{TARGET_WORDS.measure(last.unit ?? '')}</p>
      <TrajectoryChart trajectory={trajectory} text={TARGET_WORDS.course(label)} />
      <TrajectoryLegend trajectory={trajectory} />
      {breaks.map(({ year, standard }) => (
        <p key={year}>{TARGET_WORDS.measuredAnew(year, standard)}</p>
      ))}
      {projected === null ? null : <p>{projectionText(plan, last, projected.to.value)}</p>}
    </>
  );
}

/** Enough or not, told apart even where the two are close. */
function projectionText(plan: Plan, { goal, unit }: IndicatorResult, value: number): string {
  const bound = typeof goal.value === 'number' ? goal.value : 0;
  const isEnough = goal.direction === 'atMost' ? value <= bound : value > bound || (!goal.strict && value === bound);
  const figure = formatFigureBeside(value, unit, [bound]);
  const verdict = isEnough ? TARGET_WORDS.enough : TARGET_WORDS.notEnough;
  return TARGET_WORDS.projected(figure, plan.resolution.term.lastYear, verdict);
}
