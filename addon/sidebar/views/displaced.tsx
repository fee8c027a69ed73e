/** Rows and columns that no longer stand where they were bound: from where to where, and what to do. */
import { useState } from 'preact/hooks';
import type { Displaced } from '../../rpc.ts';
import { type Chosen, columnLetters, isPlain, keyOfLine, placesOf } from '../model/displaced.ts';
import { DISPLACED_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { Arrow } from './effects.tsx';
import { Panel } from './panel.tsx';

export function DisplacedPanel({ store, actions }: AppProps) {
  const [chosen, setChosen] = useState<Chosen>({});
  const state = store.parts.displacement.value;
  const { displaced, missingTabs } = 'answer' in state ? state.answer : { displaced: [], missingTabs: [] };
  const places = placesOf(displaced, chosen);
  const left = displaced.length - places.length;
  const waiting = state.kind === 'asking' || state.kind === 'binding';
  return (
    <Panel actions={actions} heading={DISPLACED_WORDS.heading(displaced.length)}>
      <p role="status">{state.kind === 'asking' ? DISPLACED_WORDS.asking : ''}</p>
      {'message' in state && (
        <p class="bad" role="alert">
          {DISPLACED_WORDS.failed(state.message)}
        </p>
      )}
      {'answer' in state && displaced.length + missingTabs.length === 0 && <p>{DISPLACED_WORDS.nothing}</p>}
      {displaced.length > 0 && <p>{DISPLACED_WORDS.why}</p>}
      {missingTabs.length > 0 && <p class="bad">{DISPLACED_WORDS.missingTabs(missingTabs.join(', '))}</p>}
      <ul class="displaced">
        {displaced.map((one) => (
          <Line
            key={keyOfLine(one)}
            displaced={one}
            chosen={chosen[keyOfLine(one)]}
            choose={(at) => setChosen(withChoice(chosen, keyOfLine(one), at))}
          />
        ))}
      </ul>
      <p class="hint">{DISPLACED_WORDS.undo}</p>
      <div class="options">
        <button
          type="button"
          class="action"
          aria-disabled={places.length === 0 || waiting}
          onClick={() => {
            if (places.length > 0 && !waiting) void actions.rebind(places);
          }}
        >
          {state.kind === 'binding' ? DISPLACED_WORDS.binding : DISPLACED_WORDS.bind}
        </button>
        <button type="button" disabled={waiting} onClick={() => void actions.showDisplaced()}>
          {DISPLACED_WORDS.again}
        </button>
      </div>
      <p class="hint" role="status">
        {left > 0 ? DISPLACED_WORDS.left(left) : ''}
      </p>
    </Panel>
  );
}

function withChoice(chosen: Chosen, key: string, at: number | null | undefined): Chosen {
  const { [key]: _before, ...others } = chosen;
  return at === undefined ? others : { ...others, [key]: at };
}

interface LineProps {
  readonly displaced: Displaced;
  readonly chosen: number | null | undefined;
  readonly choose: (at: number | null | undefined) => void;
}

/** In a list of choices a place is its number, "none" no place, and nothing chosen is empty. */
const NONE = 'none';

function Line({ displaced, chosen, choose }: LineProps) {
  const { label, tabName, before, now, why } = displaced;
  const where = (at: number | null): string => whereIs(displaced, at);
  return (
    <li>
      <strong>{label}</strong>
      <span>
        {DISPLACED_WORDS.tab(tabName)} {where(before)} <Arrow /> <span class="unseen">{DISPLACED_WORDS.to}</span>{' '}
        {now === null ? DISPLACED_WORDS.reasons[why] : where(now)}
      </span>
      {!isPlain(displaced) && (
        <select
          aria-label={DISPLACED_WORDS.place(label)}
          value={chosen === undefined ? '' : chosen === null ? NONE : String(chosen)}
          onChange={({ currentTarget: { value } }) =>
            choose(value === '' ? undefined : value === NONE ? null : Number(value))
          }
        >
          <option value="">{DISPLACED_WORDS.choose}</option>
          {displaced.places.map(({ at, text }) => (
            <option key={at} value={at}>
              {DISPLACED_WORDS.placeOf(where(at), text)}
            </option>
          ))}
          <option value={NONE}>{DISPLACED_WORDS.none}</option>
        </select>
      )}
    </li>
  );
}

function whereIs({ line }: Displaced, at: number | null): string {
  if (at === null) return DISPLACED_WORDS.unknown;
  return line === 'row' ? DISPLACED_WORDS.row(at) : DISPLACED_WORDS.column(columnLetters(at));
}
