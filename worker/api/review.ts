/** `…/return` and `…/accept`: the reviewer's word on a report. */
import type { Period } from '../../shared/periods.ts';
import { AcceptSchema } from '../../shared/service-wire.ts';
import { ReasonSchema } from '../../shared/wire.ts';
import { storing } from '../commune/services.ts';
import type { Precondition } from '../decide/precondition.ts';
import { decideReview, type ReviewAct, type ReviewDecision } from '../decide/review.ts';
import { Refusal } from '../problems.ts';
import type { Revision } from '../store/revisions.ts';
import { readBody, readOptionalBody } from './body.ts';
import { type ActorCall, iso, periodParam, unitParam } from './call.ts';
import { announce } from './change.ts';
import { etagOf, receiptOf } from './receipt.ts';
import { conflict, preconditionOf } from './reports.ts';

export async function returnReport(call: ActorCall): Promise<Response> {
  const place = placeOf(call);
  const { body } = await readBody(call.request, ReasonSchema, 'reason-missing');
  return review(call, place, { kind: 'return', reason: body.reason });
}

export async function acceptReport(call: ActorCall): Promise<Response> {
  const place = placeOf(call);
  await readOptionalBody(call.request, AcceptSchema);
  return review(call, place, { kind: 'accept' });
}

export interface Place {
  readonly unit: string;
  readonly period: Period;
}

/** 404 for what does not exist comes before the body is looked at. */
export function placeOf(call: ActorCall): Place {
  const place = { unit: unitParam(call), period: periodParam(call) };
  if (call.services.board.current(place.unit, place.period) === undefined) throw new Refusal('no-report');
  return place;
}

function review(call: ActorCall, place: Place, act: ReviewAct): Response {
  const revision = reviewed(call, place, act, preconditionOf(call));
  return Response.json(receiptOf(call.services, revision), { headers: { ETag: etagOf(revision.revision) } });
}

/** The revision that the reviewer's word made; stored, and told to open views. Throws a `Refusal` where it may not be. */
export function reviewed(call: ActorCall, place: Place, act: ReviewAct, precondition: Precondition | null): Revision {
  const revision = call.services.transaction(() => {
    call.recheck();
    return decide(call, place, act, precondition);
  });
  announce(call, revision);
  return revision;
}

function decide(call: ActorCall, { unit, period }: Place, act: ReviewAct, precondition: Precondition | null): Revision {
  const { services } = call;
  const decision = decideReview(act, precondition, {
    current: services.revisions.current(unit, period),
    locked: services.settings.lockOf(period)?.locked ?? false,
  });
  if (decision.kind === 'refuse') throw new Refusal(decision.code);
  if (decision.kind === 'conflict') throw conflict(decision.current);
  return storing(() => store(call, act, decision));
}

type Storing = Extract<ReviewDecision, { kind: 'store' }>;

function store({ services, actor, now }: ActorCall, act: ReviewAct, { state, from, reason }: Storing): Revision {
  const at = iso(now);
  const by = actor.member?.email ?? actor.person.email;
  const revision = from.revision + 1;
  const { unit, period, contentHash } = from;
  const fact = { kind: act.kind, unit, period, revision, from: from.state, state, contentHash, reason };
  const { index } = services.ledger.append(fact, by, at);
  const stored: Revision = { ...from, revision, state, at, by, reason, ledgerIndex: index };
  services.revisions.append(stored);
  return stored;
}
