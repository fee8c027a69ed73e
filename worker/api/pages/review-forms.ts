/** The reviewer's forms on a report's page: decided as the API decides; what is not taken comes back with what was typed. */
import * as v from 'valibot';
import { inputsOf, type Plan } from '../../../shared/plan.ts';
import type { Problem } from '../../../shared/wire.ts';
import { type ComposedReason, composeReason } from '../../decide/return-reason.ts';
import type { ReviewAct } from '../../decide/review.ts';
import { reviewedAddress } from '../../pages/addresses.ts';
import { NO_DRAFT, noteName, type ReviewDraft } from '../../pages/report/note-field.tsx';
import type { Obstacle } from '../../pages/report/refused.tsx';
import { Refusal } from '../../problems.ts';
import type { Revision } from '../../store/revisions.ts';
import { readForm } from '../body.ts';
import type { ActorCall } from '../call.ts';
import { carryOut } from '../form.ts';
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
  const asked: Asked = { place, seen: revision, act: 'accept', draft: NO_DRAFT, composed: null };
  return carryOut(
    () => decided(call, asked, { kind: 'accept' }),
    (problem) => again(call, asked, problem),
  );
}

export async function sendBackForm(call: ActorCall): Promise<Response> {
  const place = placeOf(call);
  const { plan } = call.services;
  const { revision, ...fields } = await readForm(call.request, returnForm(plan, place.unit));
  const draft = draftOf(plan, place.unit, fields);
  const composed = composeReason(wordsOf(plan, place.unit, draft));
  const asked: Asked = { place, seen: revision, act: 'return', draft, composed };
  return carryOut(
    () => {
      if (!composed.ok) throw new Refusal('reason-missing');
      return decided(call, asked, { kind: 'return', reason: composed.reason });
    },
    (problem) => again(call, asked, problem),
  );
}

interface Asked {
  readonly place: Place;
  readonly seen: number;
  readonly act: ReviewAct['kind'];
  readonly draft: ReviewDraft;
  /** Null for an acceptance. */
  readonly composed: ComposedReason | null;
}

function decided(call: ActorCall, { place, seen }: Asked, act: ReviewAct): Response {
  const { state, revision } = reviewed(call, place, act, { kind: 'revision', tag: String(seen) });
  return seeOther(reviewedAddress(place.unit, place.period, state, revision));
}

/** The page as it is now, with why on top and all that was typed. */
function again(call: ActorCall, asked: Asked, problem: Problem): Promise<Response> {
  const { place, act, draft, composed } = asked;
  const view = viewOf(call.services, place);
  const refused = { act, obstacle: obstacleOf(call, asked, problem), draft, text: composed?.reason ?? '' };
  return reportPage(call, place, { view, rows: 'all', done: null, refused }, problem.status);
}

function obstacleOf({ services }: ActorCall, { place, seen, composed }: Asked, { code, detail }: Problem): Obstacle {
  if (composed?.ok === false) {
    return composed.why === 'too-long' ? { kind: 'too-long', length: composed.reason.length } : { kind: 'too-short' };
  }
  const current = services.revisions.current(place.unit, place.period);
  const isAnother = code === 'not-submitted' || code === 'precondition-failed';
  if (!isAnother || current === undefined || current.revision === seen) return { kind: 'other', detail };
  const before = services.revisions.numbered(place.unit, place.period, seen);
  const described = (revision: Revision) => describedRevision(services, revision);
  return {
    kind: 'changed',
    seen,
    step: before === undefined ? null : { revision: described(current), before: described(before) },
  };
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
