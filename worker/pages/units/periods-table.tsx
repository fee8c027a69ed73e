/** A unit's periods, newest first: state, how complete, what is wrong, who changed it last. */
import type { Plan } from '../../../shared/plan.ts';
import { LOCKED, periodName } from '../../../shared/words.ts';
import { historyAddress, reportAddress } from '../addresses.ts';
import { StateMark } from '../state-mark.tsx';
import { momentText } from '../times.ts';
import { STATUS_WORDS, UNIT_WORDS } from '../words.ts';
import type { PeriodStatus } from './period-status.ts';

interface TableProps {
  readonly plan: Plan;
  readonly statuses: readonly PeriodStatus[];
  readonly now: string;
}

const COLUMNS = ['period', 'state', 'entered', 'errors', 'warnings', 'at', 'by', 'history'] as const;
const AMOUNTS: ReadonlySet<string> = new Set(['entered', 'errors', 'warnings']);

export function PeriodsTable({ plan, statuses, now }: TableProps) {
  return (
    <table class="plain-table stacking periods-table">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} class={AMOUNTS.has(column) ? 'amount' : undefined} scope="col">
              {UNIT_WORDS.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {statuses.map((status) => (
          <PeriodRow key={status.period} plan={plan} status={status} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function PeriodRow({ plan, status, now }: Pick<TableProps, 'plan' | 'now'> & { readonly status: PeriodStatus }) {
  const { id, period, state, locked, entered, expected, errors, warnings, updatedAt, updatedBy } = status;
  const name = periodName(period, plan.resolution.term.baseline);
  const { columns } = UNIT_WORDS;
  return (
    <tr data-live={`period-${period}`} data-label={name}>
      <th scope="row">
        <a href={reportAddress(id, period)}>{name}</a>
      </th>
      <td>
        <StateMark state={state} />
        {locked ? <span class="under locked">{LOCKED}</span> : null}
      </td>
      <td class="amount" data-head={columns.entered}>
        {STATUS_WORDS.entered(entered, expected)}
      </td>
      <td class={errors === 0 ? 'amount' : 'amount unit-errors'} data-head={columns.errors}>
        {errors}
      </td>
      <td class={warnings === 0 ? 'amount' : 'amount unit-warnings'} data-head={columns.warnings}>
        {warnings}
      </td>
      <td data-head={columns.at}>{momentText(updatedAt ?? '', now)}</td>
      <td class="address" data-head={columns.by}>
        {updatedBy}
      </td>
      <td>
        <a href={historyAddress(id, period)} aria-label={UNIT_WORDS.historyOf(name)}>
          {UNIT_WORDS.columns.history}
        </a>
      </td>
    </tr>
  );
}
