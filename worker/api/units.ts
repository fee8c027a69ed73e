/** `/api/units` and `/api/audiences`: which workbook is a unit's, and which workbook's script speaks for it. */
import type { Audience, Audiences, Units } from '../../shared/service-wire.ts';
import { PutAudienceSchema } from '../../shared/wire.ts';
import { storing } from '../commune/services.ts';
import { Refusal } from '../problems.ts';
import { readBody } from './body.ts';
import { type ActorCall, iso, requireUnit, unitParam } from './call.ts';
import { byOf } from './members.ts';

export function getUnits({ services }: ActorCall): Response {
  const units = services.plan.units.map(({ id, name }) => {
    const binding = services.settings.sheetOf(id);
    return { id, name, sheet: binding?.sheet ?? null, boundAt: binding?.boundAt ?? null };
  });
  const answer: Units = { units };
  return Response.json(answer);
}

export function releaseSheet(call: ActorCall): Response {
  letSheetGo(call, unitParam(call));
  return new Response(null, { status: 204 });
}

/** The unit's next report may come from another workbook. */
export function letSheetGo(call: ActorCall, unit: string): void {
  const { services, now } = call;
  services.transaction(() => {
    call.recheck();
    const binding = services.settings.sheetOf(unit);
    if (binding === undefined) return;
    storing(() => {
      services.ledger.append({ kind: 'sheet-released', unit, sheet: binding.sheet }, byOf(call), iso(now));
      services.settings.releaseSheet(unit);
    });
  });
}

export function getAudiences({ services }: ActorCall): Response {
  const answer: Audiences = { audiences: [...services.settings.audiences()] };
  return Response.json(answer);
}

export async function putAudience(call: ActorCall): Promise<Response> {
  const audience = audienceOf(call, call.param('audience'));
  const { body } = await readBody(call.request, PutAudienceSchema);
  return Response.json(registerAudience(call, audience, body.unit));
}

export function deleteAudience(call: ActorCall): Response {
  removeAudience(call, audienceOf(call, call.param('audience')));
  return new Response(null, { status: 204 });
}

/** Says for which unit a workbook's script speaks. Throws a `Refusal`. */
export function registerAudience(call: ActorCall, audience: string, unitId: string): Audience {
  const { services, now } = call;
  const unit = requireUnit(services, unitId);
  services.transaction(() => {
    call.recheck();
    if (services.settings.unitOfAudience(audience) === unit) return;
    storing(() => {
      services.ledger.append({ kind: 'audience', audience, unit }, byOf(call), iso(now));
      services.settings.putAudience(audience, unit);
    });
  });
  return { audience, unit };
}

/** The workbook's script speaks for nobody any more. Throws a `Refusal`. */
export function removeAudience(call: ActorCall, audience: string): void {
  const { services, now } = call;
  services.transaction(() => {
    call.recheck();
    if (services.settings.unitOfAudience(audience) === undefined) throw new Refusal('unknown-audience-id');
    storing(() => {
      services.ledger.append({ kind: 'audience-removed', audience }, byOf(call), iso(now));
      services.settings.removeAudience(audience);
    });
  });
  services.live.sweep(now);
}

/** What an issuer's client ids look like; a browser sign-in's client is never a workbook's. */
export function audienceOf({ services }: ActorCall, audience: string): string {
  const isBrowser = services.config.issuers.some(({ browserClientId }) => browserClientId === audience);
  if (isBrowser || !/^[\w.:/-]{1,255}$/.test(audience)) throw new Refusal('bad-request');
  return audience;
}
