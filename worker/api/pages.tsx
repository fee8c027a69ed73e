/** The pages for people: the overview at `/`. */
import { NoRolePage } from '../pages/no-role.tsx';
import { Overview } from '../pages/overview.tsx';
import { can } from '../rights.ts';
import { type ActorCall, iso } from './call.ts';
import { page, personOf } from './page.tsx';
import { summaryOf, summaryQuestion } from './summary.ts';

export function getOverview(call: ActorCall): Promise<Response> {
  const { services, actor, now } = call;
  const { plan, config, board, ledger } = services;
  const me = personOf(actor);
  if (!can(actor.member, actor.client, 'summary.read')) {
    // The admins are not named: anybody with an account at the issuer comes this far.
    return page(
      services,
      <NoRolePage commune={plan.resolution.commune} sample={config.sample} me={me} admins={[]} />,
      403,
    );
  }
  const question = summaryQuestion(call);
  return page(
    services,
    <Overview
      plan={plan}
      me={me}
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
