/** How the cell of the field stands: a sign and a word for each thing. One line, whose room is kept. */

import { Sign } from '../../page/sign.tsx';
import { CELL_STATES, type CellState } from '../model/cell-state.ts';
import { CELL_STATE_WORDS, FIELD_WORDS, LEGEND_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { CELL_SIGNS } from './sign.tsx';

export function CellStates({ store }: AppProps) {
  return (
    <p id="states" class="states">
      <span class="unseen">{FIELD_WORDS.states}: </span>
      {store.cellStates.value.map((state) => (
        <OneState key={state} state={state} />
      ))}
    </p>
  );
}

function OneState({ state }: { readonly state: CellState }) {
  return (
    <span class={`cell-state ${state}`}>
      <Sign name={CELL_SIGNS[state]} /> {CELL_STATE_WORDS[state][0]}
    </span>
  );
}

/** All signs and keys in one place, for whoever wonders. */
export function Legend() {
  return (
    <details class="signs">
      <summary>{LEGEND_WORDS.heading}</summary>
      <ul>
        {CELL_STATES.map((state) => (
          <li key={state}>
            <OneState state={state} />: {CELL_STATE_WORDS[state][1]}
          </li>
        ))}
        {LEGEND_WORDS.keys.map(([key, meaning]) => (
          <li key={key}>
            <kbd>{key}</kbd> {meaning}
          </li>
        ))}
      </ul>
    </details>
  );
}
