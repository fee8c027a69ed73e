/** `/api/me` and `/healthz`. */
import type { Health } from '../../shared/service-wire.ts';
import type { Me } from '../../shared/wire.ts';
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

/** Up, and the storage answers. */
export function getHealth({ services }: Call): Response {
  const { id, version } = services.plan.resolution;
  const health: Health = { ok: true, resolution: { id, version }, ledger: services.ledger.head().index };
  return Response.json(health);
}
