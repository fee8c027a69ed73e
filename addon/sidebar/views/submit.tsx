/** The foot: the one main button, what stands in its way, what its last check found, and what was written last. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { submitLabel } from '../actions.ts';
import { SUBMIT_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { AGENDA_ID, focusField, focusFirst, moveInList, SUBMIT_ID } from './focus.ts';
import { LastWritingLine } from './last-writing.tsx';
import { Checked } from './submit-check.tsx';

export function SubmitBar({ store, actions }: AppProps) {
  const period = store.period.value;
  if (period === null) return null;
  const submission = store.parts.submission.value;
  const here = submission.kind !== 'idle' && submission.period === period ? submission : null;
  const left = store.agenda.value.blocking;
  const state = store.parts.syncs.value[period]?.state ?? 'none';
  const sending = here?.kind === 'sending';
  const closed = store.closed.value !== null;
  const conflict = store.parts.conflicts.value.some((one) => one.period === period);
  const submit = (): void => {
    if (conflict) actions.show('conflict');
    else if (left > 0) focusFirst(AGENDA_ID);
    else if (!sending) void actions.submit();
  };
  return (
    <>
      {here?.kind === 'refused' && (
        <div class="finding error" role="alert">
          <p>
            <strong>{SUBMIT_WORDS.failed}.</strong> {here.message}
          </p>
        </div>
      )}
      {here?.kind === 'asking' && <AskConfirmed store={store} actions={actions} />}
      {here?.kind === 'done' && state === 'submitted' && <Checked store={store} actions={actions} check={here.check} />}
      <div class="foot-line">
        <button
          id={SUBMIT_ID}
          type="button"
          class="action"
          aria-disabled={left > 0 || sending || closed || conflict}
          aria-describedby="submit-why"
          disabled={closed}
          onClick={submit}
        >
          {sending ? SUBMIT_WORDS.sending : submitLabel(period, store.plan.resolution.term.baseline, state)}
        </button>
        <span id="submit-why" class="hint" role="status">
          {whyNot(left, state, conflict)}
        </span>
      </div>
      <LastWritingLine store={store} actions={actions} />
    </>
  );
}

function whyNot(left: number, state: string, conflict: boolean): string {
  if (state === 'accepted') return SUBMIT_WORDS.accepted;
  if (conflict) return SUBMIT_WORDS.conflict;
  if (left > 0) return SUBMIT_WORDS.blocked(left);
  return state === 'submitted' ? SUBMIT_WORDS.submitted : '';
}

/** The group takes the keyboard, no button does: an Enter in haste confirms nothing. */
function AskConfirmed({ store, actions }: AppProps) {
  const group = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => group.current?.focus(), []);
  const unconfirmed = store.unconfirmed.value;
  const [first] = unconfirmed;
  const look = (): void => {
    if (first !== undefined) actions.jump(first);
    focusField();
  };
  return (
    <fieldset
      ref={group}
      class="finding ask"
      tabIndex={-1}
      aria-labelledby="confirm-ask"
      onKeyDown={(event) => moveInList(event, event.currentTarget)}
    >
      <div>
        <p id="confirm-ask">{SUBMIT_WORDS.ask(unconfirmed.length)}</p>
        <div class="options">
          <button type="button" onClick={() => void actions.submit(true)}>
            {SUBMIT_WORDS.confirmAndSubmit(unconfirmed.length)}
          </button>
          <button type="button" onClick={look}>
            {SUBMIT_WORDS.look}
          </button>
        </div>
      </div>
    </fieldset>
  );
}
