/** The reviewer's forms on a report's page: decided as the API decides; what is not taken comes back with what was typed. */
import * as v from 'valibot';
import { inputsOf, type Plan } from '../../../shared/plan.ts';
import { composeReason } from '../../decide/return-reason.ts';
import type { ReviewAct } from '../../decide/review.ts';
import { reviewedAddress } from '../../pages/addresses.ts';
import { NO_DRAFT, noteName, type ReviewDraft } from '../../pages/report/note-field.tsx';
import type { Obstacle } from '../../pages/report/refused.tsx';
import { problemOf, Refusal } from '../../problems.ts';
import { readForm } from '../body.ts';
import type { ActorCall } from '../call.ts';
import { RefusedForm } from '../refused-form.ts';
import { type Place, placeOf, reviewed } from '../review.ts';
import { seeOther } from '../see-other.ts';
import { describedRevision, reportPage, viewOf } from './report.tsx';

/** The revision that the page showed, as `If-Match` would name it. */
const RevisionField = v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/), v.transform(Number));
const AcceptForm = v.strictObject({ revision: RevisionField });

/** A note has its input's name in the field's. */
function returnForm(plan: Plan, unit: string) {
  const known = new Set(['revision', 'reason', ...inputsOf(plan, unit).map(({ id }) => noteName(id))]);
  return v.pipe(
    v.objectWithRest({ revision: RevisionField, reason: v.string() }, v.string()),
    v.check((fields) => Object.keys(fields).every((key) => known.has(key))),
  );
}

export async function acceptForm(call: ActorCall): Promise<Response> {
  const place = placeOf(call);
  const { revision } = await readForm(call.request, AcceptForm);
  return decided(call, { place, seen: revision, act: { kind: 'accept' }, draft: NO_DRAFT });
}

export async function sendBackForm(call: ActorCall): Promise<Response> {
  const place = placeOf(call);
  const { plan } = call.services;
  const { revision, ...fields } = await readForm(call.request, returnForm(plan, place.unit));
  const draft = draftOf(plan, place.unit, fields);
  const composed = composeReason(wordsOf(plan, place.unit, draft));
  const act: ReviewAct = { kind: 'return', reason: composed.reason };
  const asked: Asked = { place, seen: revision, act, draft };
  if (composed.ok) return decided(call, asked);
  const { why, reason } = composed;
  const obstacle: Obstacle = why === 'too-long' ? { kind: why, length: reason.length } : { kind: why };
  throw again(call, asked, new Refusal('reason-missing'), obstacle);
}

interface Asked {
  readonly place: Place;
  readonly seen: number;
  readonly act: ReviewAct;
  readonly draft: ReviewDraft;
}

function decided(call: ActorCall, asked: Asked): Response {
  const { place, seen, act } = asked;
  try {
    const { state, revision } = reviewed(call, place, act, { kind: 'revision', tag: String(seen) });
    return seeOther(reviewedAddress(place.unit, place.period, state, revision));
  } catch (error) {
    const obstacle = error instanceof Refusal ? obstacleOf(call, asked, error) : null;
    if (!(error instanceof Refusal) || obstacle === null) throw error;
    throw again(call, asked, error, obstacle);
  }
}

/** Null for what the page could not answer better than any other. */
function obstacleOf({ services }: ActorCall, { place, seen }: Asked, { code }: Refusal): Obstacle | null {
  const { unit, period } = place;
  const current = services.revisions.current(unit, period);
  switch (code) {
    case 'locked':
      return { kind: 'locked' };
    case 'storage-unavailable':
      return { kind: 'storage' };
    case 'not-submitted':
    case 'precondition-failed': {
      if (current === undefined || current.revision === seen) return { kind: 'not-submitted' };
      const before = services.revisions.numbered(unit, period, seen);
      const step =
        before === undefined
          ? null
          : { revision: describedRevision(services, current), before: describedRevision(services, before) };
      return { kind: 'changed', seen, step };
    }
    default:
      return null;
  }
}

/** The page as it is now, with why on top and all that was typed. */
function again(call: ActorCall, { place, act, draft }: Asked, refusal: Refusal, obstacle: Obstacle): RefusedForm {
  const text = act.kind === 'return' ? act.reason : '';
  const { status } = problemOf(refusal.code);
  const refused = { act: act.kind, obstacle, draft, text };
  return new RefusedForm(refusal, () => {
    const view = viewOf(call.services, place);
    return reportPage(call, place, { view, rows: 'all', done: null, refused }, status);
  });
}

function draftOf(plan: Plan, unit: string, fields: Readonly<Record<string, string>>): ReviewDraft {
  const notes = inputsOf(plan, unit).flatMap(({ id }) => {
    const note = fields[noteName(id)] ?? '';
    return note.trim() === '' ? [] : [[id, note] as const];
  });
  return { reason: fields.reason ?? '', notes: Object.fromEntries(notes) };
}

/** The notes in the resolution's order, under the names that people know. */
function wordsOf(plan: Plan, unit: string, { reason, notes }: ReviewDraft) {
  return {
    general: reason,
    notes: inputsOf(plan, unit).map(({ id, short }) => ({ label: short, note: notes[id] ?? '' })),
  };
}
