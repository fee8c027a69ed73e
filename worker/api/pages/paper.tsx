/** `GET /paper`: the report to print. */

import { HEAD_KINDS } from '../../../shared/service-wire.ts';
import { readFilter } from '../../pages/overview/filter.ts';
import { defaultHead } from '../../pages/paper/default-head.ts';
import { Paper } from '../../pages/paper.tsx';
import { Refusal } from '../../problems.ts';
import { type ActorCall, iso } from '../call.ts';
import { page, personOf } from '../page.tsx';
import { summaryOf, summaryQuestion } from '../summary.ts';

export function getPaper(call: ActorCall): Promise<Response> {
  const { services, actor, now, url } = call;
  const { plan, config } = services;
  const question = summaryQuestion(call);
  const filter = readFilter(plan, url.searchParams);
  const named = url.searchParams.get('head');
  const set = services.settings.paperHead();
  const kind = HEAD_KINDS.find((each) => each === (named ?? set?.kind ?? HEAD_KINDS[0]));
  if (filter === null || kind === undefined) throw new Refusal('bad-request');
  return page(
    services,
    <Paper
      plan={plan}
      me={personOf(actor)}
      now={iso(now)}
      sample={config.sample}
      summary={summaryOf(services, question)}
      basis={question.basis}
      filter={filter}
      head={set?.kind === kind ? set : defaultHead(plan, kind)}
    />,
  );
}
