/** The foot: the one main button, what stands in its way, and the keys. */
import { submitLabel } from '../actions.ts';
import { FIELD_WORDS, SUBMIT_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { isClosed } from './field.tsx';
import { AGENDA_ID, focusFirst, SUBMIT_ID } from './focus.ts';

export function SubmitBar({ store, actions }: AppProps) {
  const period = store.period.value;
  if (period === null) return null;
  const submission = store.parts.submission.value;
  const left = store.agenda.value.items.length;
  const state = store.parts.syncs.value[period]?.state ?? 'none';
  const sending = submission.kind === 'sending' && submission.period === period;
  const refused = submission.kind === 'refused' && submission.period === period ? submission : null;
  const closed = isClosed({ store, actions });
  const conflict = store.parts.conflicts.value.some((one) => one.period === period);
  const submit = (): void => {
    if (left > 0) focusFirst(AGENDA_ID);
    else if (!sending) void actions.submit();
  };
  return (
    <footer class="foot">
      {refused !== null && (
        <div class="finding error" role="alert">
          <p>
            <strong>{SUBMIT_WORDS.failed}.</strong> {refused.message}
          </p>
        </div>
      )}
      <div class="foot-line">
        <button
          id={SUBMIT_ID}
          type="button"
          class="action"
          aria-disabled={left > 0 || sending || closed !== null || conflict}
          aria-describedby="submit-why"
          disabled={closed !== null || conflict}
          onClick={submit}
        >
          {sending ? SUBMIT_WORDS.sending : submitLabel(period, store.plan.resolution.term.baseline, state)}
        </button>
        <span id="submit-why" class="hint" role="status">
          {whyNot(left, state)}
        </span>
      </div>
      <p class="keys">{FIELD_WORDS.keys}</p>
    </footer>
  );
}

function whyNot(left: number, state: string): string {
  if (state === 'accepted') return SUBMIT_WORDS.accepted;
  if (left > 0) return SUBMIT_WORDS.blocked(left);
  return state === 'submitted' ? SUBMIT_WORDS.submitted : '';
}
