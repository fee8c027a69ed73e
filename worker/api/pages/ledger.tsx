/** `GET /ledger`: the ledger's state for people. */
import { LedgerPage } from '../../pages/ledger.tsx';
import { type ActorCall, iso } from '../call.ts';
import { verdictOf } from '../ledger.ts';
import { page, personOf } from '../page.tsx';

export function getLedgerPage({ services, actor, now, url }: ActorCall): Promise<Response> {
  const { plan, config, ledger, checks, signHead, publicKey } = services;
  const head = ledger.head();
  return page(
    services,
    <LedgerPage
      plan={plan}
      me={personOf(actor)}
      now={iso(now)}
      sample={config.sample}
      head={{ ...head, signature: head.index === 0 ? null : signHead(head) }}
      lastCheck={checks.last()}
      verdict={url.searchParams.get('verify') === '1' ? verdictOf(services) : null}
      publicKey={publicKey}
    />,
  );
}
