/** `GET /units/{unit}/{period}`: a unit's report of a period; and the same page where a form on it was not taken. */
import { type Period, yearBefore } from '../../../shared/periods.ts';
import type { Services } from '../../commune/services.ts';
import { ROW_CHOICES, type RowChoice } from '../../pages/report/rows.ts';
import type { DescribedRevision, Earlier, ReportView } from '../../pages/report/shown.ts';
import { ReportPage, type ReportProps } from '../../pages/report.tsx';
import { Refusal } from '../../problems.ts';
import type { Revision } from '../../store/revisions.ts';
import { type ActorCall, iso, periodParam, unitParam } from '../call.ts';
import { page, personOf } from '../page.tsx';
import type { Place } from '../review.ts';
import { sendingOf } from '../sending.ts';
import { summaryOf } from '../summary.ts';

export function getReportPage(call: ActorCall): Promise<Response> {
  const place = { unit: unitParam(call), period: periodParam(call) };
  const view = viewOf(call.services, place);
  return reportPage(call, place, { view, rows: rowChoice(call), done: doneOf(call, view), refused: null });
}

type Given = Pick<ReportProps, 'view' | 'rows' | 'done' | 'refused'>;

export function reportPage(call: ActorCall, { unit, period }: Place, given: Given, status = 200): Promise<Response> {
  const { services, actor, now } = call;
  const { plan, config, settings, ledger } = services;
  const lock = settings.lockOf(period);
  return page(
    services,
    <ReportPage
      plan={plan}
      me={personOf(actor)}
      now={iso(now)}
      sample={config.sample}
      unit={unit}
      period={period}
      lock={lock?.locked === true ? lock : null}
      targets={summaryOf(services, { period, basis: 'latest' }).targets}
      sequence={ledger.head().index}
      {...given}
    />,
    status,
  );
}

/** The report with what it is read beside; null where there is none. */
export function viewOf(services: Services, { unit, period }: Place): ReportView | null {
  const { revisions, plan } = services;
  const current = revisions.current(unit, period);
  if (current === undefined) return null;
  const sent = revisions.lastSent(unit, period) ?? current;
  const isOpen = current.state === 'draft' || current.state === 'submitted';
  const place = plan.periodIndex.get(period) ?? 0;
  return {
    current: describedRevision(services, current),
    sent: describedRevision(services, sent),
    reference: referenceOf(services, sent),
    lastReturn: isOpen ? (revisions.newestIn(unit, period, ['returned'], current.revision) ?? null) : null,
    before: earlierOf(services, unit, plan.periods[place - 1]),
    yearBefore: earlierOf(services, unit, yearBefore(period)),
  };
}

/** What was last known of the unit's figures before they were sent as they are now. */
function referenceOf({ revisions }: Services, { unit, period, revision }: Revision): Revision | null {
  const official = revisions.newestIn(unit, period, ['submitted', 'accepted'], revision);
  return official ?? revisions.page(unit, period, 1, revision)[0] ?? null;
}

function earlierOf({ plan, board }: Services, unit: string, period: Period | undefined): Earlier | null {
  if (period === undefined || !plan.periodIndex.has(period)) return null;
  return { period, values: board.valuesOf(unit)(period) };
}

export function describedRevision(services: Services, revision: Revision): DescribedRevision {
  return { ...revision, sending: sendingOf(services, revision), findings: services.board.findings(revision) };
}

function rowChoice({ url }: ActorCall): RowChoice {
  const text = url.searchParams.get('rows') ?? 'all';
  const choice = ROW_CHOICES.find((each) => each === text);
  if (choice === undefined) throw new Refusal('bad-request');
  return choice;
}

/** What the address says was just done, as long as the report stands so: it may be opened again much later. */
function doneOf({ url }: ActorCall, view: ReportView | null): ReportProps['done'] {
  const done = url.searchParams.get('done');
  if (done !== `${view?.current.state}-${view?.current.revision}`) return null;
  return view?.current.state === 'accepted' || view?.current.state === 'returned' ? view.current.state : null;
}
