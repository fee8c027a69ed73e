/**
 * The field for one input: what it is, what is typed, what that is read as, what is wrong with it. Its frame is drawn for each cell;
 * what changes with the text is read where it is shown, so that a key draws nothing else.
 */
import type { FieldPlace } from '../model/field.ts';
import { FIELD_WORDS } from '../words.ts';
import { Answer } from './answer.tsx';
import type { AppProps } from './app-props.ts';
import { CellStates } from './cell-states.tsx';
import { FlagEntry } from './flag-entry.tsx';
import { Help } from './help.tsx';
import { NotApplicable, NumberEntry } from './number-entry.tsx';
import { ReasonField } from './reason.tsx';

export function Field(props: AppProps) {
  const place = props.store.place.value;
  if (place === null) return <p class="pick">{FIELD_WORDS.pick}</p>;
  return (
    <section class="field" aria-label={place.input.label}>
      <Title {...props} place={place} />
      <Entry {...props} place={place} />
      <p class="history">
        {place.history.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      <Answer {...props} />
      <ReasonField {...props} />
    </section>
  );
}

interface PlaceProps extends AppProps {
  readonly place: FieldPlace;
}

function Title({ store, actions, place }: PlaceProps) {
  const { cell, input } = place;
  const goal = store.goal.value;
  return (
    <>
      <div class="title-line">
        <span class="target">{FIELD_WORDS.target(input.target)}</span>
        {goal !== null && <span class="goal">{FIELD_WORDS.goal(goal)}</span>}
      </div>
      <Help store={store} cell={cell} input={input} key={input.id} />
      <CellStates store={store} actions={actions} />
    </>
  );
}

/** What is typed, and right under it what that was read as. */
function Entry(props: PlaceProps) {
  const { input, held } = props.place;
  const closed = props.store.closed.value !== null || held.status === 'absent';
  const isFlag = input.kind === 'flag';
  return (
    <>
      {isFlag ? <FlagEntry {...props} closed={closed} /> : <NumberEntry {...props} closed={closed} />}
      <Echo {...props} />
      {!isFlag && <NotApplicable {...props} closed={closed} />}
    </>
  );
}

function Echo({ store }: AppProps) {
  return (
    <p id="echo" class="echo" role="status">
      {store.echo}
    </p>
  );
}
