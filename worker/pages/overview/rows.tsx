/** The rows of one target: its own line where it has several indicators, then a row an indicator with the same cells everywhere. */

import { goalText } from '../../../shared/display.ts';
import { indicatorLabel } from '../../../shared/plan.ts';
import type { TargetDefinition } from '../../../shared/resolution/schema.ts';
import type { IndicatorResult, Verdict } from '../../../shared/wire.ts';
import { indicatorAddress, targetAddress } from '../addresses.ts';
import { BulletChart } from '../charts/bullet-chart.tsx';
import { surplusText } from '../indicator/against-goal.ts';
import { coverageOf } from '../indicator/coverage.ts';
import { figureOf } from '../indicator/figure.ts';
import { horizonText } from '../indicator/horizon.ts';
import type { OverviewRowsProps } from '../props.ts';
import { VerdictLabel } from '../sign.tsx';
import { TABLE_WORDS } from '../words.ts';
import { targetAnchor } from './anchors.ts';
import { AgainstCell, Course, CoverageCell, FigureCell, moreOf } from './cells.tsx';
import { notesOf } from './notes.ts';
import { NotesRow } from './notes-row.tsx';

export const COLUMNS = 8;

interface TargetProps extends OverviewRowsProps {
  readonly target: TargetDefinition;
  /** The indicators that are shown, of all targets. */
  readonly results: readonly IndicatorResult[];
}

export function TargetRows({ results: all, target, ...props }: TargetProps) {
  const { plan, summary, audit } = props;
  const results = all.filter((result) => result.target === target.number);
  const verdict = summary.targets.find((result) => result.number === target.number)?.verdict ?? 'no-data';
  // By all that it has, shown or not: a part is not called by the target's name.
  const grouped = summary.indicators.filter((result) => result.target === target.number).length > 1;
  return (
    <tbody id={targetAnchor(target.number)} class={grouped ? 'target grouped' : 'target'} tabindex={-1}>
      {grouped ? <TargetRow {...props} target={target} verdict={verdict} /> : null}
      {results.map((result) => (
        <IndicatorRow key={result.id} {...props} result={result} number={grouped ? null : target.number} />
      ))}
      <NotesRow number={target.number} notes={notesOf(plan, summary, audit, target.number)} />
    </tbody>
  );
}

interface TargetRowProps extends OverviewRowsProps {
  readonly target: TargetDefinition;
  readonly verdict: Verdict;
}

function TargetRow({ summary, basis, target, verdict }: TargetRowProps) {
  return (
    <tr class="target-row" data-live={`target-${target.number}`}>
      <td class="number">{target.number}</td>
      <th class="label label-target" scope="rowgroup" colspan={5}>
        <a href={targetAddress(target.number, { period: summary.period, basis })}>{target.label}</a>
      </th>
      <td class="verdict-cell" colspan={2}>
        <VerdictLabel verdict={verdict} />
      </td>
    </tr>
  );
}

interface RowProps extends OverviewRowsProps {
  readonly result: IndicatorResult;
  /** The target's number, where the row is the target's only one. */
  readonly number: number | null;
}

function IndicatorRow(props: RowProps) {
  const { plan, summary, basis, result, number, now } = props;
  const figure = figureOf(plan, result);
  const label = indicatorLabel(plan, result.id);
  const surplus = surplusText(result);
  return (
    <tr class="indicator-row" data-live={result.id} data-label={label}>
      <td class="number">{number}</td>
      <th class={number === null ? 'label label-part' : 'label label-target'} scope="row">
        <a href={indicatorAddress(result, { period: summary.period, basis })}>{label}</a>
      </th>
      <td class="goal" data-head={TABLE_WORDS.goal}>
        <span class="shown">{goalText(result.goal, result.unit)}</span>{' '}
        <span class="under">{horizonText(plan, result)}</span>
      </td>
      <FigureCell figure={figure} more={moreOf(props)} />
      <AgainstCell plan={plan} result={result} />
      <td class="chart">
        <BulletChart result={result} figure={figure} />
        <Course {...props} label={label} />
      </td>
      <td class="verdict-cell">
        <VerdictLabel verdict={result.verdict} />{' '}
        {surplus === null ? null : <span class="under surplus">{surplus}</span>}
      </td>
      <CoverageCell coverage={coverageOf(plan, result, summary.units)} verdict={result.verdict} now={now} />
    </tr>
  );
}
