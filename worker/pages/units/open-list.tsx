/** What waits, on top: for the reviewer to decide, for a unit to complete; each with the way to it. */
import type { Plan } from '../../../shared/plan.ts';
import { periodName } from '../../../shared/words.ts';
import { reportAddress } from '../addresses.ts';
import { momentText } from '../times.ts';
import { UNITS_WORDS } from '../words.ts';
import { openMatters, type PeriodStatus } from './period-status.ts';
import { Problems } from './problems.tsx';

interface ListProps {
  readonly plan: Plan;
  readonly statuses: readonly PeriodStatus[];
  readonly now: string;
}

export function OpenList({ plan, statuses, now }: ListProps) {
  const { open } = UNITS_WORDS;
  const { submitted, returned } = openMatters(statuses);
  return (
    <section class="open-matters" aria-labelledby="open-matters">
      <h2 id="open-matters">{open.title}</h2>
      <div data-live="open-matters">
        {submitted.length + returned.length === 0 ? <p class="muted">{open.none}</p> : null}
        <Waiting head={open.submitted(submitted.length)} plan={plan} statuses={submitted} now={now} />
        <Waiting head={open.returned(returned.length)} plan={plan} statuses={returned} now={now} />
      </div>
    </section>
  );
}

function Waiting({ head, plan, statuses, now }: ListProps & { readonly head: string }) {
  if (statuses.length === 0) return null;
  return (
    <>
      <h3>{head}</h3>
      <ul>
        {statuses.map((status) => (
          <li key={`${status.id} ${status.period}`}>
            <a href={reportAddress(status.id, status.period)}>
              {UNITS_WORDS.open.place(status.name, periodName(status.period, plan.resolution.term.baseline))}
            </a>
            , {UNITS_WORDS.open.since(momentText(status.updatedAt ?? '', now))}
            <Problems status={status} />
          </li>
        ))}
      </ul>
    </>
  );
}
