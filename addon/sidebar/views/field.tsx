/** The field for one input: what it is, what is typed, what that is read as, what is wrong with it. */
import type { FieldView } from '../model/field.ts';
import { FIELD_WORDS } from '../words.ts';
import { Answer } from './answer.tsx';
import type { AppProps } from './app-props.ts';
import { CellStates } from './cell-states.tsx';
import { FlagEntry } from './flag-entry.tsx';
import { Help } from './help.tsx';
import { NotApplicable, NumberEntry } from './number-entry.tsx';
import { ReasonField } from './reason.tsx';

export function Field(props: AppProps) {
  const field = props.store.field.value;
  if (field === null) return <p class="pick">{FIELD_WORDS.pick}</p>;
  return (
    <section class="field" aria-label={field.input.label}>
      <Title {...props} field={field} />
      <Entry {...props} field={field} />
      <p class="history">
        {field.history.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      <Answer {...props} field={field} />
      <ReasonField {...props} field={field} />
    </section>
  );
}

interface FieldProps extends AppProps {
  readonly field: FieldView;
}

function Title({ store, actions, field }: FieldProps) {
  const [first, ...others] = store.effects.value;
  return (
    <>
      <div class="title-line">
        <span class="target">{FIELD_WORDS.target(field.input.target)}</span>
        {first !== undefined && others.length === 0 && <span class="goal">{FIELD_WORDS.goal(first.goal)}</span>}
      </div>
      <Help store={store} cell={field.cell} input={field.input} key={field.input.id} />
      <CellStates store={store} actions={actions} />
    </>
  );
}

/** What is typed, and right under it what that was read as. */
function Entry(props: FieldProps) {
  const closed = props.store.closed.value !== null || props.field.absent;
  const isFlag = props.field.input.kind === 'flag';
  return (
    <>
      {isFlag ? <FlagEntry {...props} closed={closed} /> : <NumberEntry {...props} closed={closed} />}
      <p id="echo" class="echo" role="status">
        {props.field.echo}
      </p>
      {!isFlag && <NotApplicable {...props} closed={closed} />}
    </>
  );
}
