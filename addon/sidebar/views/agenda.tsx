/** What is still to do in this period; each item goes to its cell. Arrow keys go through the list. */
import { useState } from 'preact/hooks';
import type { AgendaItem } from '../model/agenda.ts';
import { AGENDA_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { AGENDA_ID, focusField, moveInList } from './focus.ts';
import { AGENDA_SIGNS, Sign } from './sign.tsx';

/** Empty cells shown before "xem thêm". */
const FIRST_MISSING = 6;

export function AgendaList({ store, actions }: AppProps) {
  const [all, setAll] = useState(false);
  const { items } = store.agenda.value;
  const missing = items.filter((item) => item.kind === 'missing');
  const urgent = items.filter((item) => item.kind !== 'missing');
  const shown = all ? missing : missing.slice(0, FIRST_MISSING);
  const unconfirmed = store.unconfirmed.value;
  const keepable = store.keepable.value.length;
  const jump = (item: AgendaItem): void => {
    actions.jump(item.input);
    focusField();
  };
  if (items.length === 0) return <p class="agenda done">{AGENDA_WORDS.done}</p>;
  return (
    <section class="agenda" aria-labelledby="agenda-heading">
      <h2 id="agenda-heading">{AGENDA_WORDS.heading(items.length)}</h2>
      <ul onKeyDown={(event) => moveInList(event, event.currentTarget)}>
        {[...urgent, ...shown].map((item, index) => (
          <li key={`${item.kind} ${item.input} ${item.text}`} class={item.kind}>
            <button type="button" id={index === 0 ? AGENDA_ID : undefined} onClick={() => jump(item)}>
              <Sign name={AGENDA_SIGNS[item.kind]} /> <span class="unseen">{AGENDA_WORDS.kinds[item.kind]}: </span>
              <span>{item.text}</span>
            </button>
          </li>
        ))}
      </ul>
      {unconfirmed.length > 0 && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            void actions.confirm(unconfirmed);
            focusField();
          }}
        >
          {AGENDA_WORDS.confirmAll(unconfirmed.length)}
        </button>
      )}
      {keepable > 0 && (
        <button type="button" class="plain" onClick={() => actions.show('keep')}>
          {AGENDA_WORDS.keep(keepable)}
        </button>
      )}
      {missing.length > FIRST_MISSING && (
        <button type="button" class="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? AGENDA_WORDS.less : AGENDA_WORDS.more(missing.length - FIRST_MISSING)}
        </button>
      )}
    </section>
  );
}
