/** `GET /`: the overview. */
import { readFilter } from '../../pages/overview/filter.ts';
import { Overview } from '../../pages/overview.tsx';
import { Refusal } from '../../problems.ts';
import { type ActorCall, iso } from '../call.ts';
import { page, personOf } from '../page.tsx';
import { summaryOf, summaryQuestion } from '../summary.ts';

export function getOverview(call: ActorCall): Promise<Response> {
  const { services, actor, now } = call;
  const { plan, config, board, ledger } = services;
  const question = summaryQuestion(call);
  const filter = readFilter(plan, call.url.searchParams);
  if (filter === null) throw new Refusal('bad-request');
  return page(
    services,
    <Overview
      plan={plan}
      me={personOf(actor)}
      now={iso(now)}
      sample={config.sample}
      summary={summaryOf(services, question)}
      basis={question.basis}
      periods={board.periods()}
      term={board.term(question.basis)}
      filter={filter}
      audit={board.audit(question.basis)}
      sequence={ledger.head().index}
    />,
  );
}
