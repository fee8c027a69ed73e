/** `GET /resolution`: how the text is read. */
import { ResolutionPage } from '../../pages/resolution.tsx';
import { type ActorCall, iso } from '../call.ts';
import { page, personOf } from '../page.tsx';
import { newestPeriod } from '../summary.ts';

export function getResolution({ services, actor, now }: ActorCall): Promise<Response> {
  const { plan, config, board } = services;
  return page(
    services,
    <ResolutionPage
      plan={plan}
      me={personOf(actor)}
      now={iso(now)}
      sample={config.sample}
      audit={board.audit('latest')}
      period={newestPeriod(services)}
    />,
  );
}
