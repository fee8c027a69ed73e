/** Another person's newer report beside this sheet's: one choice for each number, none of them made in advance. */

import { useState } from 'preact/hooks';
import { formatValue } from '../../../shared/display.ts';
import type { Conflict } from '../../rpc.ts';
import type { Choices } from '../actions.ts';
import { timeWords } from '../model/sync-line.ts';
import { CONFLICT_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { Panel } from './panel.tsx';

interface ConflictProps extends AppProps {
  readonly conflict: Conflict;
}

export function ConflictPanel({ store, actions, conflict }: ConflictProps) {
  const [keep, setKeep] = useState<Choices>({});
  const settling = store.parts.settling.value;
  const open = conflict.differences.filter(({ input }) => keep[input] === undefined).length;
  const all = (side: 'mine' | 'theirs'): void =>
    setKeep(Object.fromEntries(conflict.differences.map(({ input }) => [input, side])));
  return (
    <Panel actions={actions} heading={CONFLICT_WORDS.heading}>
      <p>{CONFLICT_WORDS.who(conflict.by, timeWords(conflict.at, store.now.value))}</p>
      <div class="options">
        <button type="button" onClick={() => all('mine')}>
          {CONFLICT_WORDS.allMine}
        </button>
        <button type="button" onClick={() => all('theirs')}>
          {CONFLICT_WORDS.allTheirs}
        </button>
      </div>
      {conflict.differences.map((difference) => (
        <Choice
          key={difference.input}
          store={store}
          difference={difference}
          chosen={keep[difference.input]}
          choose={(side) => setKeep({ ...keep, [difference.input]: side })}
        />
      ))}
      <div class="foot-line">
        <button
          type="button"
          class="action"
          disabled={open > 0 || settling === 'sending'}
          onClick={() => void actions.settle(conflict, keep)}
        >
          {settling === 'sending' ? CONFLICT_WORDS.settling : CONFLICT_WORDS.settle}
        </button>
        <span class="hint" role="status">
          {settling === 'failed' ? CONFLICT_WORDS.failed : open > 0 ? CONFLICT_WORDS.open(open) : ''}
        </span>
      </div>
    </Panel>
  );
}

interface ChoiceProps {
  readonly store: AppProps['store'];
  readonly difference: Conflict['differences'][number];
  readonly chosen: 'mine' | 'theirs' | undefined;
  readonly choose: (side: 'mine' | 'theirs') => void;
}

function Choice({ store, difference, chosen, choose }: ChoiceProps) {
  const input = store.plan.inputById.get(difference.input);
  const sides = [
    { side: 'mine', label: CONFLICT_WORDS.mine, value: difference.mine },
    { side: 'theirs', label: CONFLICT_WORDS.theirs, value: difference.theirs },
  ] as const;
  return (
    <fieldset>
      <legend>{input?.label ?? difference.input}</legend>
      {sides.map(({ side, label, value }) => (
        <label key={side}>
          <input
            type="radio"
            name={`keep-${difference.input}`}
            checked={chosen === side}
            onChange={() => choose(side)}
          />
          <span>{label}</span>
          <strong>{formatValue(value, input?.unit ?? '')}</strong>
        </label>
      ))}
    </fieldset>
  );
}
