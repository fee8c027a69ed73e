/** What becomes of a return or an acceptance: a pure function, in the contract's order. */
import type { Revision } from '../store/revisions.ts';
import { holds, type Precondition } from './precondition.ts';

export type ReviewAct = { readonly kind: 'accept' } | { readonly kind: 'return'; readonly reason: string };

export type ReviewDecision =
  | { readonly kind: 'refuse'; readonly code: 'no-report' | 'locked' | 'not-submitted' }
  | { readonly kind: 'conflict'; readonly current: Revision }
  | {
      readonly kind: 'store';
      readonly state: 'accepted' | 'returned';
      readonly from: Revision;
      readonly reason: string | null;
    };

export function decideReview(
  act: ReviewAct,
  precondition: Precondition | null,
  now: { readonly current: Revision | undefined; readonly locked: boolean },
): ReviewDecision {
  const { current } = now;
  if (current === undefined) return { kind: 'refuse', code: 'no-report' };
  if (now.locked) return { kind: 'refuse', code: 'locked' };
  if (!isReviewable(act, current)) return { kind: 'refuse', code: 'not-submitted' };
  if (precondition !== null && !holds(precondition, current)) return { kind: 'conflict', current };
  return act.kind === 'accept'
    ? { kind: 'store', state: 'accepted', from: current, reason: null }
    : { kind: 'store', state: 'returned', from: current, reason: act.reason };
}

/** Only what was submitted can be accepted; what was submitted or accepted can be returned. */
function isReviewable(act: ReviewAct, { state }: Revision): boolean {
  return state === 'submitted' || (act.kind === 'return' && state === 'accepted');
}
