/** The reason for a warning, in the person's own words. */
import { reasonText } from '../model/judge.ts';
import { keyOf, type ReasonDraft } from '../model/state.ts';
import { REASON_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { focusField } from './focus.ts';

/** As the contract has it. */
const LONGEST = 500;

export function ReasonField({ store, actions }: AppProps) {
  const field = store.followed.value;
  if (field === null) return null;
  const state = { syncs: store.parts.syncs.value, reasons: store.parts.reasons.value };
  const text = reasonText(state, field.cell);
  const asked = field.findings.some((one) => one.severity === 'warning' && one.input === field.input.id);
  // While a number is being typed it may look strange for a digit or two: nothing is asked before it is entered.
  if ((!asked || field.edited) && text === '') return null;
  const save = (): void => void actions.saveReason(field.cell);
  return (
    <div class="reason">
      <label for="reason">{REASON_WORDS.label}</label>
      <textarea
        id="reason"
        rows={2}
        maxLength={LONGEST}
        value={text}
        placeholder={REASON_WORDS.hint}
        onInput={(event) => actions.typeReason(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          save();
          focusField();
        }}
      />
      <p class="hint" role="status">
        {stateWords(state.reasons[keyOf(field.cell)])}
      </p>
    </div>
  );
}

function stateWords({ status, why = '' }: Partial<ReasonDraft> = {}): string {
  if (status === 'sending') return REASON_WORDS.saving;
  if (status === 'failed') return `${REASON_WORDS.failed} ${why}`;
  return status === 'saved' ? REASON_WORDS.saved : '';
}
