/** `GET /`: the overview. */
import { raw } from 'hono/html';
import { localTime } from '../../../shared/dates.ts';
import type { Services } from '../../commune/services.ts';
import { readFilter } from '../../pages/overview/filter.ts';
import { OverviewRows } from '../../pages/overview/overview-rows.tsx';
import { Overview } from '../../pages/overview.tsx';
import type { OverviewRowsProps } from '../../pages/props.ts';
import { Refusal } from '../../problems.ts';
import type { Head } from '../../store/chain.ts';
import { type ActorCall, iso } from '../call.ts';
import { page, personOf } from '../page.tsx';
import { summaryOf, summaryQuestion } from '../summary.ts';

export async function getOverview(call: ActorCall): Promise<Response> {
  const { services, actor, now } = call;
  const { plan, config, board, ledger } = services;
  const question = summaryQuestion(call);
  const filter = readFilter(plan, call.url.searchParams);
  if (filter === null) throw new Refusal('bad-request');
  const shown = {
    plan,
    summary: summaryOf(services, question),
    basis: question.basis,
    periods: board.periods(),
    filter,
    now: iso(now),
  };
  // Of the same moment as the figures: a view that is told of a later change then asks again.
  const head = ledger.head();
  const rows = raw(await rowsOf(services, head, shown));
  return page(
    services,
    <Overview {...shown} me={personOf(actor)} sample={config.sample} sequence={head.index} rows={rows} />,
  );
}

/** By far the most of the page, and the same for everybody until something happens or the day is over. */
async function rowsOf(
  { overviews, board }: Services,
  head: Head,
  shown: Omit<OverviewRowsProps, 'term' | 'audit'>,
): Promise<string> {
  const { summary, basis, filter, now } = shown;
  const name = JSON.stringify([summary.period, basis, filter, localTime(now)?.date]);
  const known = overviews.find(head, name);
  if (known !== undefined) return known;
  const rows = <OverviewRows {...shown} term={board.term(basis)} audit={board.audit(basis)} />;
  return overviews.keep(head, name, String(await rows));
}
