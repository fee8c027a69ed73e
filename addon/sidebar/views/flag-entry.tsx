/** Yes or no, as radio buttons; blank and not applicable are answers of their own. */
import type { Value } from '../../../shared/values.ts';
import { FIELD_WORDS, READING_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { FIELD_ID } from './focus.ts';
import { pressed } from './number-entry.tsx';

interface EntryProps extends AppProps {
  readonly closed: boolean;
}

const ANSWERS: readonly { readonly value: Value; readonly label: string }[] = [
  { value: true, label: READING_WORDS.yes },
  { value: false, label: READING_WORDS.no },
  { value: 'na', label: READING_WORDS.notApplicable },
  { value: null, label: FIELD_WORDS.blankAnswer },
];

export function FlagEntry({ store, actions, closed }: EntryProps) {
  const reading = store.field.value?.reading;
  const held = reading?.kind === 'value' ? reading.value : undefined;
  const focusable = Math.max(
    0,
    ANSWERS.findIndex(({ value }) => value === held),
  );
  return (
    <div class="flags" role="radiogroup" aria-labelledby="label" aria-describedby="states echo findings">
      {ANSWERS.map(({ value, label }, index) => (
        <label key={label}>
          <input
            id={index === focusable ? FIELD_ID : undefined}
            type="radio"
            name="flag"
            checked={value === held}
            disabled={closed}
            onChange={() => actions.put(value)}
            onKeyDown={(event) => pressed(event, { store, actions })}
            onFocus={() => actions.focus(true)}
            onBlur={() => actions.focus(false)}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
