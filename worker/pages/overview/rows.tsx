/** The rows of one target: its own line where it has several indicators, then a row an indicator with the same cells everywhere. */

import type { AuditFinding } from '../../../shared/audit.ts';
import { goalText } from '../../../shared/display.ts';
import { indicatorLabel, type Plan } from '../../../shared/plan.ts';
import type { TargetDefinition } from '../../../shared/resolution/schema.ts';
import type { IndicatorResult, Summary, UnitStatus, Verdict } from '../../../shared/wire.ts';
import { BulletChart } from '../charts/bullet-chart.tsx';
import { againstGoalText, shortfallText, surplusText } from '../indicator/against-goal.ts';
import { type Coverage, coverageOf } from '../indicator/coverage.ts';
import { type Figure, figureOf } from '../indicator/figure.ts';
import { horizonText } from '../indicator/horizon.ts';
import { VerdictLabel } from '../sign.tsx';
import { FIGURE_WORDS, TABLE_WORDS } from '../words.ts';
import { targetAnchor } from './anchors.ts';
import { notesOf } from './notes.ts';
import { NotesRow } from './notes-row.tsx';

export const COLUMNS = 8;

interface TargetProps {
  readonly plan: Plan;
  readonly summary: Summary;
  readonly audit: readonly AuditFinding[];
  readonly target: TargetDefinition;
}

export function TargetRows({ plan, summary, audit, target }: TargetProps) {
  const results = summary.indicators.filter((result) => result.target === target.number);
  const verdict = summary.targets.find((result) => result.number === target.number)?.verdict ?? 'no-data';
  const grouped = results.length > 1;
  return (
    <tbody id={targetAnchor(target.number)} class={grouped ? 'target grouped' : 'target'} tabindex={-1}>
      {grouped ? <TargetRow target={target} verdict={verdict} /> : null}
      {results.map((result) => (
        <IndicatorRow
          key={result.id}
          plan={plan}
          result={result}
          units={summary.units}
          number={grouped ? null : target.number}
        />
      ))}
      <NotesRow number={target.number} notes={notesOf(plan, summary, audit, target.number)} />
    </tbody>
  );
}

function TargetRow({ target, verdict }: { target: TargetDefinition; verdict: Verdict }) {
  return (
    <tr class="target-row" data-live={`target-${target.number}`}>
      <td class="number">{target.number}</td>
      <th class="label label-target" scope="rowgroup" colspan={5}>
        {target.label}
      </th>
      <td class="verdict-cell" colspan={2}>
        <VerdictLabel verdict={verdict} />
      </td>
    </tr>
  );
}

interface RowProps {
  readonly plan: Plan;
  readonly result: IndicatorResult;
  readonly units: readonly UnitStatus[];
  /** The target's number, where the row is the target's only one. */
  readonly number: number | null;
}

function IndicatorRow({ plan, result, units, number }: RowProps) {
  const figure = figureOf(plan, result);
  const label = indicatorLabel(plan, result.id);
  const surplus = surplusText(result);
  return (
    <tr class="indicator-row" data-live={result.id} data-label={label}>
      <td class="number">{number}</td>
      <th class={number === null ? 'label label-part' : 'label label-target'} scope="row">
        {label}
      </th>
      <td class="goal" data-head={TABLE_WORDS.goal}>
        <span class="shown">{goalText(result.goal, result.unit)}</span>{' '}
        <span class="under">{horizonText(plan, result)}</span>
      </td>
      <FigureCell figure={figure} />
      <AgainstCell plan={plan} result={result} />
      <td class="chart">
        <BulletChart result={result} figure={figure} />
      </td>
      <td class="verdict-cell">
        <VerdictLabel verdict={result.verdict} />{' '}
        {surplus === null ? null : <span class="under surplus">{surplus}</span>}
      </td>
      <CoverageCell coverage={coverageOf(plan, result, units)} verdict={result.verdict} />
    </tr>
  );
}

function FigureCell({ figure }: { figure: Figure }) {
  return (
    <td class={`figure figure-${figure.kind}`}>
      {figure.absolute === null ? null : <span class="absolute">{figure.absolute} · </span>}
      <span class="shown">
        {figure.kind === 'provisional' ? <span class="provisional-word">{FIGURE_WORDS.provisional} </span> : null}
        <span class="value">{figure.text}</span>
      </span>
      {figure.last === null ? null : <span class="under">{figure.last}</span>}
    </td>
  );
}

function AgainstCell({ plan, result }: { plan: Plan; result: IndicatorResult }) {
  const shortfall = shortfallText(plan, result);
  return (
    <td class={result.value === null ? 'against provisional' : 'against'}>
      {againstGoalText(result)} {shortfall === null ? null : <span class="under">{shortfall}</span>}
    </td>
  );
}

/** A part that is not due yet is named, but nobody is behind with it. */
function CoverageCell({ coverage, verdict }: { coverage: Coverage; verdict: Verdict }) {
  const under = verdict === 'not-due' ? 'under' : 'under lacking';
  return (
    <td class={coverage.complete ? 'coverage' : 'coverage incomplete'}>
      {coverage.share === null ? null : <span>{coverage.share}</span>}{' '}
      {coverage.missing === null ? null : <span class={under}>{coverage.missing}</span>}{' '}
      {coverage.invalid === null ? null : <span class="under lacking">{coverage.invalid}</span>}{' '}
      {coverage.standing === null ? null : <span class="under">{coverage.standing}</span>}
    </td>
  );
}
