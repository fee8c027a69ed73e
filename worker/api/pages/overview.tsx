/** `GET /`: the overview. */
import { Overview } from '../../pages/overview.tsx';
import { type ActorCall, iso } from '../call.ts';
import { page, personOf } from '../page.tsx';
import { summaryOf, summaryQuestion } from '../summary.ts';

export function getOverview(call: ActorCall): Promise<Response> {
  const { services, actor, now } = call;
  const { plan, config, board, ledger } = services;
  const question = summaryQuestion(call);
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
      audit={board.audit(question.basis)}
      sequence={ledger.head().index}
    />,
  );
}
