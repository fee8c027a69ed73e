/** `GET /units/{unit}/{period}/history`: the revisions of a report, for people. */
import { HistoryPage } from '../../pages/history.tsx';
import { type ActorCall, iso, periodParam, unitParam } from '../call.ts';
import { countParam, stepsOf } from '../history.ts';
import { page, personOf } from '../page.tsx';
import { describedRevision } from './report.tsx';

/** As many as one reads at a sitting. */
const LIMIT = 20;

export function getHistoryPage(call: ActorCall): Promise<Response> {
  const { services, actor, now } = call;
  const { plan, config, ledger } = services;
  const place = { unit: unitParam(call), period: periodParam(call) };
  const before = countParam(call, 'before', Number.MAX_SAFE_INTEGER);
  const { steps, next } = stepsOf(services, { ...place, limit: LIMIT, before });
  return page(
    services,
    <HistoryPage
      plan={plan}
      me={personOf(actor)}
      now={iso(now)}
      sample={config.sample}
      {...place}
      steps={steps.map((step) => ({
        revision: describedRevision(services, step.revision),
        before: step.before === undefined ? null : describedRevision(services, step.before),
      }))}
      before={before}
      next={next}
      sequence={ledger.head().index}
    />,
  );
}
