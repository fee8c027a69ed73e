/** `/periods` and `/periods/{period}`: who has reported what, the lock and its forms. */
import * as v from 'valibot';
import { completenessOf } from '../../../shared/completeness.ts';
import type { Period } from '../../../shared/periods.ts';
import { LockBodySchema } from '../../../shared/service-wire.ts';
import { ReasonSchema } from '../../../shared/wire.ts';
import type { Services } from '../../commune/services.ts';
import { periodAddress } from '../../pages/addresses.ts';
import type { LockFormState } from '../../pages/period/lock-forms.tsx';
import { PeriodPage, type Standing } from '../../pages/period.tsx';
import { Refusal } from '../../problems.ts';
import { can } from '../../rights.ts';
import { readForm } from '../body.ts';
import { type ActorCall, iso, periodParam } from '../call.ts';
import { carryOut } from '../form.ts';
import { page, personOf } from '../page.tsx';
import { setLock } from '../periods.ts';
import { seeOther } from '../see-other.ts';
import { newestPeriod, summaryOf } from '../summary.ts';

export function getPeriods({ services }: ActorCall): Response {
  return seeOther(periodAddress(newestPeriod(services)));
}

export function getPeriod(call: ActorCall): Promise<Response> {
  return periodPage(call, periodParam(call), null);
}

export function postLock(call: ActorCall): Promise<Response> {
  return setByForm(call, true);
}

export function postUnlock(call: ActorCall): Promise<Response> {
  return setByForm(call, false);
}

/** The reason as typed; browsers send an empty field too. */
const Form = v.object({ reason: v.string() });

async function setByForm(call: ActorCall, locked: boolean): Promise<Response> {
  const period = periodParam(call);
  const { reason } = await readForm(call.request, Form);
  return carryOut(
    () => {
      setLock(call, period, locked, reasonOf(reason, locked));
      return seeOther(periodAddress(period));
    },
    (problem) => periodPage(call, period, { problem: problem.detail, reason }, problem.status),
  );
}

/** To unlock it is asked for; to lock it may be left out, but is no reason if it is too short. */
function reasonOf(typed: string, locked: boolean): string | null {
  const given = typed.trim() === '' ? {} : { reason: typed };
  const parsed = v.safeParse(locked ? LockBodySchema : ReasonSchema, given);
  if (!parsed.success) throw new Refusal('reason-missing');
  return parsed.output.reason ?? null;
}

function periodPage(call: ActorCall, period: Period, form: LockFormState | null, status = 200): Promise<Response> {
  const { services, actor, now } = call;
  const { plan, config, settings, ledger } = services;
  const { member, client } = actor;
  const lock = settings.lockOf(period);
  return page(
    services,
    <PeriodPage
      plan={plan}
      me={personOf(actor)}
      now={iso(now)}
      sample={config.sample}
      summary={summaryOf(services, { period, basis: 'latest' })}
      standings={standingsOf(services)}
      lock={lock === undefined ? null : { period, ...lock }}
      locked={plan.periods.filter((one) => settings.lockOf(one)?.locked === true)}
      readable={plan.units.flatMap(({ id }) => (can(member, client, 'report.read', id) ? [id] : []))}
      mayLock={can(member, client, 'period.lock')}
      mayUnlock={can(member, client, 'period.unlock')}
      form={form}
      sequence={ledger.head().index}
    />,
    status,
  );
}

function standingsOf({ plan, board }: Services): Standing[] {
  return plan.periods.flatMap((period) =>
    plan.units.map(({ id }) => {
      const report = board.current(id, period);
      const complete = completenessOf(plan, id, period, report?.values ?? {});
      return { unit: id, period, state: report?.state ?? 'none', ...complete };
    }),
  );
}
