/** `/api/periods/{period}/lock` and `/unlock`. Asking for what already is changes nothing. */
import type { Period } from '../../shared/periods.ts';
import { type Lock, LockBodySchema } from '../../shared/service-wire.ts';
import { ReasonSchema } from '../../shared/wire.ts';
import { storing } from '../commune/services.ts';
import { readBody, readOptionalBody } from './body.ts';
import { type ActorCall, iso, periodParam } from './call.ts';
import { announcePeriod } from './change.ts';

export async function lockPeriod(call: ActorCall): Promise<Response> {
  const period = periodParam(call);
  const { reason } = await readOptionalBody(call.request, LockBodySchema);
  return Response.json(setLock(call, period, true, reason ?? null));
}

export async function unlockPeriod(call: ActorCall): Promise<Response> {
  const period = periodParam(call);
  const { body } = await readBody(call.request, ReasonSchema, 'reason-missing');
  return Response.json(setLock(call, period, false, body.reason));
}

/** Locks or unlocks in the caller's name, and says what holds now. Throws a `Refusal`. */
export function setLock(call: ActorCall, period: Period, locked: boolean, reason: string | null): Lock {
  const { services, actor, now } = call;
  const before = services.transaction(() => {
    call.recheck();
    const lock = services.settings.lockOf(period);
    if ((lock?.locked ?? false) === locked) return { unchanged: true, lock };
    const set = { locked, by: actor.member?.email ?? actor.person.email, at: iso(now) };
    storing(() => {
      services.ledger.append({ kind: locked ? 'lock' : 'unlock', period, reason }, set.by, set.at);
      services.settings.setLock(period, set);
    });
    return { unchanged: false, lock: set };
  });
  if (!before.unchanged) announcePeriod(call, period);
  const { lock } = before;
  return { period, locked, by: lock?.by ?? null, at: lock?.at ?? null };
}
