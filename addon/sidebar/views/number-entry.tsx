/** The text field of a number, keyboard first: Enter, Shift+Enter, Escape, and Alt+Enter for what is offered. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FieldPlace } from '../model/field.ts';
import { READING_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { AGENDA_ID, ASK_ID, FIELD_ID, focusField, focusFirst, HELP_ID, SUBMIT_ID } from './focus.ts';

interface EntryProps extends AppProps {
  readonly place: FieldPlace;
  readonly closed: boolean;
}

export function NumberEntry({ store, actions, place, closed }: EntryProps) {
  const { cell, input } = place;
  const entry = useRef<HTMLInputElement>(null);
  // One element serves all inputs and keeps the keyboard: another input's text is selected, so that typing replaces it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cell is not read in it, its change is the occasion
  useLayoutEffect(() => {
    if (entry.current !== null && entry.current === document.activeElement) entry.current.select();
  }, [cell.period, cell.input]);
  const field = store.followed.value;
  if (field === null) return null;
  const severities = field.findings.map((finding) => finding.severity);
  const invalid =
    (field.reading.kind === 'refused' && !field.absent) ||
    severities.some((one) => one === 'refused' || one === 'error');
  const look = severities.includes('warning') ? 'doubtful' : field.edited ? 'edited' : '';
  return (
    <div class="entry">
      <input
        ref={entry}
        id={FIELD_ID}
        class={look}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        spellcheck={false}
        value={store.text}
        readOnly={closed}
        aria-invalid={invalid}
        aria-describedby="unit states echo findings"
        onInput={(event) => actions.type(event.currentTarget.value)}
        onKeyDown={(event) => pressed(event, { store, actions })}
        onFocus={(event) => {
          actions.focus(true);
          event.currentTarget.select();
        }}
        onBlur={() => left(actions)}
      />
      <span id="unit" class="unit">
        {input.unit}
      </span>
    </div>
  );
}

/** A choice of its own, so that nobody writes 0 or a dash for it. */
export function NotApplicable({ store, actions, closed }: EntryProps) {
  const chosen = store.notApplicable.value;
  return (
    <div class="choices">
      <button
        type="button"
        class="toggle"
        aria-pressed={chosen}
        disabled={closed}
        onClick={() => {
          actions.put(chosen ? null : 'na');
          focusField();
        }}
      >
        {READING_WORDS.notApplicable}
      </button>
      <span class="hint">{READING_WORDS.notApplicableHint}</span>
    </div>
  );
}

/** Focus that goes elsewhere in the sidebar commits; a window that loses it does not: the person may be looking a number up. */
function left(actions: AppProps['actions']): void {
  actions.focus(false);
  if (document.hasFocus()) actions.leave();
}

export function pressed(event: KeyboardEvent, { store, actions }: AppProps): void {
  const edited = store.field.peek()?.edited === true;
  // Enter and Escape that end a Vietnamese input method's composition are not for us.
  if (event.isComposing) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    if (!event.altKey) go(actions, event.shiftKey ? -1 : 1);
    else if (!actions.takeOffer()) focusFirst(ASK_ID);
  } else if (event.key === 'F1') {
    event.preventDefault();
    document.getElementById(HELP_ID)?.click();
  } else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !edited) {
    event.preventDefault();
    void actions.undo();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    if (edited) actions.restore();
    else google.script.host.editor.focus();
  }
}

function go(actions: AppProps['actions'], step: 1 | -1): void {
  const moved = actions.commitAndMove(step);
  if (moved === 'moved') focusField();
  if (moved === 'end' && step === 1) focusFirst(AGENDA_ID, SUBMIT_ID);
  if (moved === 'held') focusFirst(ASK_ID);
}
