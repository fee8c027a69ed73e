/** The cells of an indicator's row: its figure with what was asked for beside it, its distance, its course, whose parts are there. */
import { type Plan, unitName } from '../../../shared/plan.ts';
import type { IndicatorResult, Verdict } from '../../../shared/wire.ts';
import { Sparkline } from '../charts/sparkline.tsx';
import { trajectoryOf } from '../charts/trajectory.ts';
import { againstGoalText, shortfallText } from '../indicator/against-goal.ts';
import { beginsAnew } from '../indicator/begins-anew.ts';
import { breaksOf, standardAt } from '../indicator/breaks.ts';
import { comparedText } from '../indicator/compared.ts';
import type { Coverage } from '../indicator/coverage.ts';
import { besideBounds, type Figure } from '../indicator/figure.ts';
import { lastReported } from '../indicator/last-reported.ts';
import type { OverviewRowsProps } from '../props.ts';
import { momentText } from '../times.ts';
import { COMPARE_WORDS, COVERAGE_WORDS, FIGURE_WORDS, TARGET_WORDS } from '../words.ts';
import { comparedPeriod } from './filter.ts';

/** The row of one indicator. */
interface RowProps extends OverviewRowsProps {
  readonly result: IndicatorResult;
}

/** Where it comes from, without what it leads to: in so little room the way so far is what can be seen. */
export function Course({ plan, summary, term, result, periods, label }: RowProps & { readonly label: string }) {
  const results = term.flatMap(({ indicators }) => indicators.find(({ id }) => id === result.id) ?? []);
  const trajectory = trajectoryOf({
    periods: plan.periods,
    results,
    shown: summary.period,
    reported: lastReported(plan, periods),
    yearly: beginsAnew(plan, result.id),
    breaks: breaksOf(plan, result.id),
    projected: null,
  });
  return <Sparkline trajectory={trajectory} text={TARGET_WORDS.course(label)} />;
}

/** What stands under the figure because it was asked for: a unit's own part, another period. */
export function moreOf({ plan, summary, term, filter, result }: RowProps): readonly string[] {
  const part = filter.unit === null ? undefined : result.parts[filter.unit];
  const own =
    filter.unit === null || part === undefined || part.value === null
      ? null
      : `${unitName(plan, filter.unit)}: ${besideBounds({ ...result, expected: null }, part.value)}`;
  const period = comparedPeriod(plan, filter.comparison, summary.period);
  const other = term[period === null ? -1 : (plan.periodIndex.get(period) ?? -1)]?.indicators.find(
    ({ id }) => id === result.id,
  );
  const breaks = breaksOf(plan, result.id);
  const compared =
    other === undefined || filter.comparison === null || period === null
      ? null
      : comparedText(result, other, {
          name: COMPARE_WORDS.names[filter.comparison],
          sameStandard: standardAt(breaks, period) === standardAt(breaks, summary.period),
        });
  return [own, compared].filter((text) => text !== null);
}

export function FigureCell({ figure, more }: { figure: Figure; more: readonly string[] }) {
  return (
    <td class={`figure figure-${figure.kind}`}>
      {figure.absolute === null ? null : <span class="absolute">{figure.absolute} · </span>}
      <span class="shown">
        {figure.kind === 'provisional' ? <span class="provisional-word">{FIGURE_WORDS.provisional} </span> : null}
        <span class="value">{figure.text}</span>
      </span>
      {figure.last === null ? null : <span class="under">{figure.last}</span>}
      {more.map((text) => (
        <span key={text} class="under">
          {text}
        </span>
      ))}
    </td>
  );
}

export function AgainstCell({ plan, result }: { plan: Plan; result: IndicatorResult }) {
  const shortfall = shortfallText(plan, result);
  return (
    <td class={result.value === null ? 'against provisional' : 'against'}>
      {againstGoalText(result)} {shortfall === null ? null : <span class="under">{shortfall}</span>}
    </td>
  );
}

/** A part that is not due yet is named, but nobody is behind with it. */
export function CoverageCell({ coverage, verdict, now }: { coverage: Coverage; verdict: Verdict; now: string }) {
  const under = verdict === 'not-due' ? 'under' : 'under lacking';
  return (
    <td class={coverage.complete ? 'coverage' : 'coverage incomplete'}>
      {coverage.share === null ? null : <span>{coverage.share}</span>}{' '}
      {coverage.missing === null ? null : <span class={under}>{coverage.missing}</span>}{' '}
      {coverage.invalid === null ? null : <span class="under lacking">{coverage.invalid}</span>}{' '}
      {coverage.standing === null ? null : (
        <span class="under">{standingText(coverage.standing, coverage.newest, now)}</span>
      )}
    </td>
  );
}

function standingText(standing: string, newest: string | null, now: string): string {
  return newest === null ? standing : COVERAGE_WORDS.aged(standing, momentText(newest, now));
}
