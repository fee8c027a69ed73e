/** The newest periods by unit: a line a period, a cell a unit, so that one looks across who is late and what is wrong. */
import type { Period } from '../../../shared/periods.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { ReportingUnit } from '../../../shared/resolution/schema.ts';
import { LOCKED, periodName } from '../../../shared/words.ts';
import { reportAddress, unitAddress } from '../addresses.ts';
import { StateMark } from '../state-mark.tsx';
import { momentText } from '../times.ts';
import { STATUS_WORDS, UNITS_WORDS } from '../words.ts';
import type { PeriodStatus } from './period-status.ts';
import { Problems } from './problems.tsx';

interface MatrixProps {
  readonly plan: Plan;
  readonly units: readonly ReportingUnit[];
  /** Newest first. */
  readonly periods: readonly Period[];
  readonly statuses: readonly PeriodStatus[];
  readonly now: string;
}

export function Matrix({ plan, units, periods, statuses, now }: MatrixProps) {
  const { baseline } = plan.resolution.term;
  return (
    <table class="plain-table stacking newest">
      <caption class="visually-hidden">{UNITS_WORDS.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{UNITS_WORDS.period}</th>
          {units.map(({ id, name }) => (
            <th key={id} scope="col">
              <a href={unitAddress(id)}>{name}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => {
          const row = statuses.filter((status) => status.period === period);
          return (
            <tr key={period} data-live={`period-${period}`} data-label={periodName(period, baseline)}>
              <th scope="row">
                {periodName(period, baseline)}
                {row.some(({ locked }) => locked) ? <span class="under locked">{LOCKED}</span> : null}
              </th>
              {units.map(({ id }) => (
                <StatusCell key={id} status={row.find((status) => status.id === id)} now={now} />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function StatusCell({ status, now }: { readonly status: PeriodStatus | undefined; readonly now: string }) {
  if (status === undefined) return <td />;
  const { id, name, period, state, entered, expected, updatedAt } = status;
  return (
    <td data-head={name}>
      <a href={reportAddress(id, period)}>
        <StateMark state={state} />
      </a>{' '}
      {updatedAt === null ? null : (
        <span class="under">
          {STATUS_WORDS.enteredWords(entered, expected)} · {momentText(updatedAt, now)}
          <Problems status={status} />
        </span>
      )}
    </td>
  );
}
