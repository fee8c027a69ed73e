/** Why a reviewer's word was not taken, what changed meanwhile, and what was typed where it has no field any more. */
import type { Plan } from '../../../shared/plan.ts';
import { STATE_WORDS } from '../../../shared/words.ts';
import type { HistoryStep } from '../history/step.ts';
import { StepBody } from '../history/step-body.tsx';
import { momentText } from '../times.ts';
import { REPORT_WORDS, REVIEW_WORDS } from '../words.ts';
import type { ReviewDraft } from './note-field.tsx';
import { MadeBy, Said } from './said.tsx';
import type { DescribedRevision } from './shown.ts';

/** `changed`: another revision is current than the one that was seen, which `step` leads on from where there is one of its number. */
export type Obstacle =
  | { readonly kind: 'changed'; readonly seen: number; readonly step: HistoryStep | null }
  | { readonly kind: 'too-long'; readonly length: number }
  | { readonly kind: 'too-short' }
  | { readonly kind: 'other'; readonly detail: string };

export interface ReviewRefusal {
  readonly act: 'accept' | 'return';
  readonly obstacle: Obstacle;
  readonly draft: ReviewDraft;
  /** What was typed, as the one text that would have been sent; empty for an acceptance. */
  readonly text: string;
}

interface RefusedProps {
  readonly plan: Plan;
  readonly refusal: ReviewRefusal;
  readonly current: DescribedRevision;
  /** Whether what was typed is still in its fields. */
  readonly inFields: boolean;
  readonly now: string;
}

export function Refused({ plan, refusal, current, inFields, now }: RefusedProps) {
  const { refused } = REVIEW_WORDS;
  const { act, obstacle, text } = refusal;
  return (
    <section class="refused notice" role="alert">
      <h2>{refused.title[act]}</h2>
      <p>
        {whyText(obstacle, current)} {refused.nothing} {text === '' ? null : refused.kept}
      </p>
      {obstacle.kind === 'changed' && obstacle.step !== null ? (
        <div class="refused-changes">
          <h3>{refused.changesTitle(obstacle.seen, current.revision)}</h3>
          <p>
            {STATE_WORDS[current.state]} · {REPORT_WORDS.facts.revision(current.revision)} ·{' '}
            {momentText(current.at, now)} · <MadeBy revision={current} />
          </p>
          <StepBody plan={plan} step={obstacle.step} />
        </div>
      ) : null}
      {text === '' || inFields ? null : (
        <blockquote>
          <p class="return-head">{refused.keptTitle}</p>
          <Said text={text} />
        </blockquote>
      )}
    </section>
  );
}

function whyText(obstacle: Obstacle, current: DescribedRevision): string {
  const { refused } = REVIEW_WORDS;
  switch (obstacle.kind) {
    case 'changed':
      return refused.changed(obstacle.seen, current.revision);
    case 'too-long':
      return refused.tooLong(obstacle.length);
    case 'too-short':
      return refused.tooShort;
    case 'other':
      return obstacle.detail;
  }
}
