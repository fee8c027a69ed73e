/** `GET /paper`: the report to print. */
import { readFilter } from '../../pages/overview/filter.ts';
import { defaultHead } from '../../pages/paper/default-head.ts';
import { HEAD_KINDS } from '../../pages/paper/head-setting.ts';
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
  const kind = HEAD_KINDS.find((each) => each === (named ?? HEAD_KINDS[0]));
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
      head={defaultHead(plan, kind)}
    />,
  );
}
