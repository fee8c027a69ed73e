/** One request on its way through the object: what every handler gets. */
import type { Period } from '../../shared/periods.ts';
import { isPeriod } from '../../shared/periods.ts';
import { unitOf } from '../../shared/plan.ts';
import type { Services } from '../commune/services.ts';
import { Refusal } from '../problems.ts';
import type { Actor } from './authenticate.ts';

export interface Call {
  readonly request: Request;
  readonly url: URL;
  readonly services: Services;
  /** Epoch milliseconds. */
  readonly now: number;
  /** A decoded parameter of the path; "" where the route has none of this name. */
  readonly param: (name: string) => string;
}

/** A call whose caller is known, and may what the route declares. */
export interface ActorCall extends Call {
  readonly actor: Actor;
  /** Checks again what was checked before the first `await`. To be called inside the transaction; throws a `Refusal`. */
  readonly recheck: () => void;
}

export function iso(now: number): string {
  return new Date(now).toISOString();
}

/** The path's unit; 404 where there is none of this id. */
export function unitParam(call: Call): string {
  const unit = call.param('unit');
  return requireUnit(call.services, unit);
}

export function requireUnit({ plan }: Services, unit: string): string {
  if (unitOf(plan, unit) === undefined) throw new Refusal('unknown-unit');
  return unit;
}

/** The path's period; 404 where it is not one of the baseline and the term. */
export function periodParam(call: Call): Period {
  return requirePeriod(call.services, call.param('period'));
}

export function requirePeriod({ plan }: Services, period: string): Period {
  if (!isPeriod(period) || !plan.periodIndex.has(period)) throw new Refusal('unknown-period');
  return period;
}
