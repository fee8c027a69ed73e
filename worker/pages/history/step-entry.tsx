/** One revision in the history: which, in which state, when, by whom and how, and what it changed. */
import type { Plan } from '../../../shared/plan.ts';
import { STATE_WORDS } from '../../../shared/words.ts';
import { Arrow } from '../arrow.tsx';
import { MadeBy } from '../report/said.tsx';
import { StateMark } from '../state-mark.tsx';
import { momentText } from '../times.ts';
import { HISTORY_WORDS } from '../words.ts';
import { changesIn, type HistoryStep } from './step.ts';
import { StepBody } from './step-body.tsx';

interface EntryProps {
  readonly plan: Plan;
  readonly step: HistoryStep;
  readonly now: string;
}

export function StepEntry({ plan, step, now }: EntryProps) {
  const { revision, state, at } = step.revision;
  const { from } = changesIn(plan, step);
  const id = `revision-${revision}`;
  return (
    <article id={id} class="step" aria-labelledby={`${id}-title`} data-live={id}>
      <h2 id={`${id}-title`}>
        {HISTORY_WORDS.revision(revision)} ·{' '}
        {from === null || from === 'none' ? null : (
          <>
            {STATE_WORDS[from]} <Arrow />{' '}
          </>
        )}
        <StateMark state={state} />
      </h2>
      <p class="muted">
        {momentText(at, now)} · <MadeBy revision={step.revision} />
      </p>
      <StepBody plan={plan} step={step} />
    </article>
  );
}
