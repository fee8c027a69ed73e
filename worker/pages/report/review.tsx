/** The reviewer's part of a report's page: what can be decided now, by plain forms that say which revision was seen. */
import type { Child } from 'hono/jsx';
import type { Period } from '../../../shared/periods.ts';
import { isUnexplained } from '../../../shared/validate.ts';
import { MAX_REASON } from '../../../shared/wire.ts';
import { reviewAddress, rowsAddress } from '../addresses.ts';
import { listed, REPORTER_WORDS, REVIEW_WORDS } from '../words.ts';
import { RETURN_FORM, type ReviewDraft } from './note-field.tsx';
import type { DescribedRevision } from './shown.ts';

/** Where the page has it. */
export const REVIEW_ANCHOR = 'review';

interface ReviewProps {
  readonly unit: string;
  readonly period: Period;
  readonly current: DescribedRevision;
  readonly locked: boolean;
  /** What was typed and not sent, to go on with. */
  readonly draft: ReviewDraft;
}

/** Whether a reviewer can send the report back now, and so say a word on its inputs. */
export function canReturn({ current, locked }: Pick<ReviewProps, 'current' | 'locked'>): boolean {
  return !locked && (current.state === 'submitted' || current.state === 'accepted');
}

/**
 * A form is replaced where another state of the report asks for another one, not by a new revision in the same state: what is
 * decided is what the page showed when it was opened, and the service says so where it has changed.
 */
export function Review(props: ReviewProps) {
  const kind = props.locked ? 'locked' : props.current.state;
  return (
    <section id={REVIEW_ANCHOR} class="review" aria-labelledby="review-title" tabindex={-1}>
      <h2 id="review-title">{REVIEW_WORDS.title}</h2>
      <div data-live="review" data-parts={kind}>
        <ReviewBody {...props} kind={kind} />
      </div>
    </section>
  );
}

function ReviewBody(props: ReviewProps & { readonly kind: 'locked' | DescribedRevision['state'] }) {
  switch (props.kind) {
    case 'locked':
      return <p>{REVIEW_WORDS.locked}</p>;
    case 'draft':
      return <p>{REVIEW_WORDS.draft}</p>;
    case 'returned':
      return <p>{REVIEW_WORDS.returned}</p>;
    case 'submitted':
      return <Submitted {...props} />;
    case 'accepted':
      return <Accepted {...props} />;
  }
}

function Submitted(props: ReviewProps) {
  const { unit, period, current } = props;
  return (
    <>
      <p>{REVIEW_WORDS.considered(current.revision)}</p>
      <OpenMatters {...props} />
      <div class="decisions">
        <form class="decision" method="post" action={reviewAddress(unit, period, 'accept')}>
          <Seen revision={current.revision} />
          <p id="accept-hint">{REVIEW_WORDS.acceptHint}</p>
          <button type="submit" aria-describedby="accept-hint">
            {REVIEW_WORDS.accept}
          </button>
        </form>
        <ReturnForm {...props}>
          <h3>{REVIEW_WORDS.returnTitle}</h3>
        </ReturnForm>
      </div>
    </>
  );
}

/** A step of its own: a report that was accepted is not to be sent back by a slip. */
function Accepted(props: ReviewProps) {
  const typed = props.draft.reason !== '' || Object.keys(props.draft.notes).length > 0;
  return (
    <>
      <p>{REVIEW_WORDS.accepted}</p>
      <details class="undo" open={typed}>
        <summary>{REVIEW_WORDS.undo}</summary>
        <ReturnForm {...props}>
          <p>{REVIEW_WORDS.undoHint}</p>
        </ReturnForm>
      </details>
    </>
  );
}

function ReturnForm({ unit, period, current, draft, children }: ReviewProps & { readonly children: Child }) {
  return (
    <form id={RETURN_FORM} class="decision" method="post" action={reviewAddress(unit, period, 'return')}>
      <Seen revision={current.revision} />
      {children}
      <label for="return-reason">{REVIEW_WORDS.reason}</label>
      <textarea id="return-reason" name="reason" rows={4} maxlength={MAX_REASON} aria-describedby="return-hint">
        {draft.reason}
      </textarea>
      <p id="return-hint" class="muted">
        {REVIEW_WORDS.reasonHint}
      </p>
      <button class="quiet" type="submit">
        {REVIEW_WORDS.return}
      </button>
    </form>
  );
}

/** The revision that the page shows, as `If-Match` would name it. */
function Seen({ revision }: { readonly revision: number }) {
  return <input type="hidden" name="revision" value={String(revision)} />;
}

/** Other periods' reports may have brought warnings after the submission. */
function OpenMatters({ unit, period, current }: ReviewProps) {
  const errors = current.findings.filter(({ severity }) => severity === 'error').length;
  const warnings = current.findings.filter((finding) => isUnexplained(finding, current.reasons)).length;
  const what = [
    ...(errors === 0 ? [] : [REPORTER_WORDS.errors(errors)]),
    ...(warnings === 0 ? [] : [REPORTER_WORDS.warnings(warnings)]),
  ];
  if (what.length === 0) return null;
  return (
    <p class="lacking">
      {REVIEW_WORDS.open(listed(what))} <a href={rowsAddress(unit, period, 'issues')}>{REVIEW_WORDS.openLink}</a>
    </p>
  );
}
