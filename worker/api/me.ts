/** `/api/me` and `/healthz`. */
import type { Health } from '../../shared/service-wire.ts';
import type { Me } from '../../shared/wire.ts';
import { storing } from '../commune/services.ts';
import { VERSION } from '../version.ts';
import type { ActorCall, Call } from './call.ts';

/** A stranger's e-mail is their issuer's word; a member's is the one they were invited by. */
export function getMe({ actor: { member, person } }: ActorCall): Response {
  const me: Me = {
    email: member?.email ?? person.email,
    role: member?.role ?? null,
    units: [...(member?.units ?? [])],
  };
  return Response.json(me);
}

/** Up, and the storage answers: 503 where it does not. `ok` says, too, that the last nightly check found nothing. */
export function getHealth({ services }: Call): Response {
  const { id, version } = services.plan.resolution;
  return storing(() => {
    const lastCheck = services.checks.last();
    const ok = lastCheck?.ok ?? true;
    const ledger = services.ledger.head().index;
    const health: Health = { ok, version: VERSION, storage: 'ok', resolution: { id, version }, ledger, lastCheck };
    return Response.json(health);
  });
}
