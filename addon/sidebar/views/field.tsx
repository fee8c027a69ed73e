/** The field for one input: what it is, what is typed, what that is read as, what is wrong with it. */
import type { Actions } from '../actions.ts';
import type { FieldView } from '../model/field.ts';
import { FIELD_WORDS } from '../words.ts';
import { Answer } from './answer.tsx';
import type { AppProps } from './app-props.ts';
import { FlagEntry } from './flag-entry.tsx';
import { Help } from './help.tsx';
import { NumberEntry } from './number-entry.tsx';
import { ReasonField } from './reason.tsx';

export function Field(props: AppProps) {
  const field = props.store.field.value;
  if (field === null) return <p class="pick">{FIELD_WORDS.pick}</p>;
  return (
    <section class="field" aria-label={field.input.label}>
      <Title {...props} field={field} />
      <Entry {...props} field={field} />
      <Answer {...props} field={field} />
      <History field={field} actions={props.actions} closed={isClosed(props)} />
      <ReasonField {...props} field={field} />
    </section>
  );
}

/** Whether the period takes no edit: what is typed would never be sent. */
export function isClosed({ store }: AppProps): 'accepted' | 'locked' | null {
  const period = store.period.value;
  if (period === null) return null;
  const { summaries, syncs } = store.parts;
  if (summaries.value[period]?.locked === true) return 'locked';
  return syncs.value[period]?.state === 'accepted' ? 'accepted' : null;
}

interface FieldProps extends AppProps {
  readonly field: FieldView;
}

function Title({ store, field }: FieldProps) {
  const [first, ...others] = store.effects.value;
  return (
    <>
      <div class="title-line">
        <span class="target">{FIELD_WORDS.target(field.input.target)}</span>
        {first !== undefined && others.length === 0 && <span class="goal">{FIELD_WORDS.goal(first.goal)}</span>}
      </div>
      <Help plan={store.plan} cell={field.cell} input={field.input} key={field.input.id} />
    </>
  );
}

function Entry(props: FieldProps) {
  const closed = isClosed(props);
  return (
    <>
      {props.field.input.kind === 'flag' ? (
        <FlagEntry {...props} closed={closed !== null} />
      ) : (
        <NumberEntry {...props} closed={closed !== null} />
      )}
      {closed !== null && <p class="note">{FIELD_WORDS[closed]}</p>}
    </>
  );
}

interface HistoryProps {
  readonly field: FieldView;
  readonly actions: Actions;
  readonly closed: string | null;
}

function History({ field, actions, closed }: HistoryProps) {
  const { keep } = field;
  return (
    <div class="history">
      {field.history.map((line) => (
        <span key={line}>{line}</span>
      ))}
      {keep !== null && !field.edited && closed === null && (
        <button type="button" class="plain" onClick={() => actions.type(keep.text)}>
          {keep.label}
        </button>
      )}
    </div>
  );
}
