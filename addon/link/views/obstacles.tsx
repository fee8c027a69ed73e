/** What must be settled before linking, each with the way to where it is settled. */
import { periodName } from '../../../shared/words.ts';
import { Sign } from '../../page/sign.tsx';
import { columnLetters } from '../model/letters.ts';
import type { Conflict } from '../model/survey.ts';
import type { Store } from '../store.ts';
import { FINISH_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';

/** Inputs that are named of those that stand on two tabs. */
const NAMED = 3;

export function Obstacles(props: AppProps) {
  const { store } = props;
  const { conflicts, tabs } = store.survey.value;
  const open = [...tabs].filter(([, { openRows, openColumns }]) => openRows.length + openColumns.length > 0);
  const refused = [...tabs].filter(([, { refusedRows }]) => refusedRows.length > 0);
  return (
    <>
      <List
        {...props}
        tone="bad"
        heading={FINISH_WORDS.conflicts}
        items={conflicts.map((conflict) => ({ tab: conflict.tab, text: conflictText(store, conflict) }))}
      />
      <List
        {...props}
        tone="warn"
        heading={FINISH_WORDS.open}
        items={open.map(([tab, { openRows, openColumns }]) => ({
          tab,
          text: FINISH_WORDS.openOf(tabName(store, tab), openRows.length + openColumns.length),
        }))}
      />
      <List
        {...props}
        tone="quiet"
        heading={FINISH_WORDS.refused}
        items={refused.map(([tab, { refusedRows }]) => ({
          tab,
          text: FINISH_WORDS.refusedOf(tabName(store, tab), refusedRows.join(', ')),
        }))}
      />
    </>
  );
}

interface ListProps extends AppProps {
  readonly tone: 'bad' | 'warn' | 'quiet';
  readonly heading: string;
  readonly items: readonly { readonly tab: number; readonly text: string }[];
}

function List({ store, actions, tone, heading, items }: ListProps) {
  if (items.length === 0) return null;
  return (
    <div class={`notice ${tone}`}>
      <h3>
        <Sign name={tone === 'bad' ? 'cross' : 'bang'} /> {heading}
      </h3>
      <ul>
        {items.map(({ tab, text }) => (
          <li key={text}>
            {text}{' '}
            <button type="button" class="plain" onClick={() => actions.go(tab)}>
              {FINISH_WORDS.goTo(tabName(store, tab))}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function conflictText(store: Store, conflict: Conflict): string {
  const tab = tabName(store, conflict.tab);
  switch (conflict.kind) {
    case 'rows':
      return FINISH_WORDS.rowsTwice(tab, shortName(store, conflict.input), conflict.rows.join(', '));
    case 'columns':
      return FINISH_WORDS.columnsTwice(
        tab,
        periodName(conflict.period, store.plan.periods[0]),
        conflict.columns.map(columnLetters).join(', '),
      );
    case 'tabs':
      return FINISH_WORDS.tabsTwice(tab, tabName(store, conflict.other), names(store, conflict.inputs));
    case 'no-column':
      return FINISH_WORDS.noColumn(tab);
  }
}

function names(store: Store, inputs: readonly string[]): string {
  const named = inputs.slice(0, NAMED).map((input) => `“${shortName(store, input)}”`);
  const more = inputs.length - named.length;
  return [...named, ...(more > 0 ? [FINISH_WORDS.andMore(more)] : [])].join(', ');
}

function shortName({ plan }: Store, input: string): string {
  return plan.inputById.get(input)?.short ?? input;
}

function tabName({ proposals }: Store, tab: number): string {
  return proposals.value.find((proposal) => proposal.tab.id === tab)?.tab.name ?? String(tab);
}
