/** What is still to do in this period; each item goes to its cell. Arrow keys go through the list. */

import { useState } from 'preact/hooks';
import { Sign } from '../../page/sign.tsx';
import type { AgendaItem } from '../model/agenda.ts';
import { AGENDA_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { AGENDA_ID, focusField, moveInList } from './focus.ts';
import { AGENDA_SIGNS } from './sign.tsx';

/** Of what may be many, so many are shown before "xem thêm". */
const FIRST = 6;

export function AgendaList({ store, actions }: AppProps) {
  const [all, setAll] = useState(false);
  const { items } = store.agenda.value;
  const unconfirmed = store.unconfirmed.value;
  const keepable = store.keepable.value.length;
  const shown = all ? items : firstOf(items);
  const jump = (item: AgendaItem): void => {
    actions.jump(item.input);
    focusField();
  };
  const confirmAll = (): void => {
    void actions.confirm(unconfirmed);
    focusField();
  };
  if (items.length === 0) return <p class="agenda done">{AGENDA_WORDS.done}</p>;
  return (
    <section class="agenda" aria-labelledby="agenda-heading">
      <h2 id="agenda-heading">{AGENDA_WORDS.heading(items.length)}</h2>
      <ul onKeyDown={(event) => moveInList(event, event.currentTarget)}>
        {shown.map((item, index) => (
          <li key={`${item.kind} ${item.input} ${item.text}`} class={item.kind}>
            <button type="button" id={index === 0 ? AGENDA_ID : undefined} onClick={() => jump(item)}>
              <Sign name={AGENDA_SIGNS[item.kind]} /> <span class="unseen">{AGENDA_WORDS.kinds[item.kind]}: </span>
              <span>{item.text}</span>
            </button>
          </li>
        ))}
      </ul>
      {unconfirmed.length > 0 && <Plain onClick={confirmAll}>{AGENDA_WORDS.confirmAll(unconfirmed.length)}</Plain>}
      {keepable > 0 && <Plain onClick={() => actions.show('keep')}>{AGENDA_WORDS.keep(keepable)}</Plain>}
      {items.length > firstOf(items).length && (
        <Plain expanded={all} onClick={() => setAll(!all)}>
          {all ? AGENDA_WORDS.less : AGENDA_WORDS.more(items.length - shown.length)}
        </Plain>
      )}
    </section>
  );
}

/** What is wrong is all shown; of what was kept and of what is empty the first. */
function firstOf(items: readonly AgendaItem[]): readonly AgendaItem[] {
  const first = (kind: AgendaItem['kind']) => items.filter((item) => item.kind === kind).slice(0, FIRST);
  const urgent = items.filter((item) => item.kind !== 'unconfirmed' && item.kind !== 'missing');
  return [...urgent, ...first('unconfirmed'), ...first('missing')];
}

interface PlainProps {
  readonly expanded?: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

function Plain({ expanded, onClick, children }: PlainProps) {
  return (
    <p>
      <button type="button" class="plain" aria-expanded={expanded} onClick={onClick}>
        {children}
      </button>
    </p>
  );
}
