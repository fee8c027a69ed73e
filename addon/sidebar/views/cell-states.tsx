/** How the cell of the field stands: a sign and a word for each thing. One line, whose room is kept. */
import { CELL_STATES, type CellState } from '../model/cell-state.ts';
import { CELL_STATE_WORDS, FIELD_WORDS, LEGEND_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { CELL_SIGNS, Sign } from './sign.tsx';

export function CellStates({ store }: AppProps) {
  return (
    <p id="states" class="states">
      <span class="unseen">{FIELD_WORDS.states}: </span>
      {store.cellStates.value.map((state) => (
        <span key={state} class={state}>
          <Sign name={CELL_SIGNS[state]} /> {CELL_STATE_WORDS[state][0]}
        </span>
      ))}
    </p>
  );
}

/** All signs and keys in one place, for whoever wonders. */
export function Legend() {
  return (
    <details class="signs">
      <summary>{LEGEND_WORDS.heading}</summary>
      <ul>
        {CELL_STATES.map((state: CellState) => {
          const [word, meaning] = CELL_STATE_WORDS[state];
          return (
            <li key={state}>
              <span class={state}>
                <Sign name={CELL_SIGNS[state]} /> {word}:
              </span>{' '}
              {meaning}
            </li>
          );
        })}
        {LEGEND_WORDS.keys.map(([key, meaning]) => (
          <li key={key}>
            <kbd>{key}</kbd> {meaning}
          </li>
        ))}
      </ul>
    </details>
  );
}
