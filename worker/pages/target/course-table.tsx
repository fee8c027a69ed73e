/** The numbers behind the chart, every quarter that has one; folded away, and open on paper. */
import { formatFigure } from '../../../shared/display.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { periodName } from '../../../shared/words.ts';
import { breaksOf } from '../indicator/breaks.ts';
import { figureOf, shownValue } from '../indicator/figure.ts';
import { VerdictLabel } from '../sign.tsx';
import { CHART_WORDS, FIGURE_WORDS, TARGET_WORDS } from '../words.ts';

interface TableProps {
  readonly plan: Plan;
  /** One for each period of the plan. */
  readonly results: readonly IndicatorResult[];
  /** The last quarter of which anything was reported, counted from the baseline. */
  readonly reported: number;
}

export function CourseTable({ plan, results, reported }: TableProps) {
  const { columns } = TARGET_WORDS;
  const breaks = breaksOf(plan, results[0]?.id ?? '');
  const rows = results.flatMap((result, elapsed) => {
    const period = plan.periods[elapsed];
    const figure = elapsed > reported || shownValue(result) === null ? null : figureOf(plan, result);
    return period === undefined || (figure === null && result.expected === null) ? [] : [{ period, result, figure }];
  });
  if (rows.length === 0) return null;
  return (
    <details class="course-numbers">
      <summary>{TARGET_WORDS.numbers}</summary>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{columns.period}</th>
            <th scope="col">{columns.value}</th>
            <th scope="col">{columns.expected}</th>
            <th scope="col">{columns.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ period, result, figure }) => (
            <tr key={period}>
              <th scope="row">
                {periodName(period, plan.resolution.term.baseline)}
                {breaks.some(({ year }) => period === `${year}-Q1`) ? ` (${CHART_WORDS.break})` : ''}
              </th>
              <td class="amount">
                {figure?.kind === 'provisional' ? `${FIGURE_WORDS.provisional} ` : ''}
                {figure?.text}
              </td>
              <td class="amount">{result.expected === null ? '' : formatFigure(result.expected, result.unit)}</td>
              <td>{figure === null ? null : <VerdictLabel verdict={result.verdict} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
