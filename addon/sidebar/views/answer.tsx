/** Right under the field: what was read, the question where two readings are possible, and what is wrong. Its room is reserved. */

import { formatNumber } from '../../../shared/number-format.ts';
import type { Finding } from '../../../shared/wire.ts';
import type { FieldView } from '../model/field.ts';
import type { FieldReading } from '../model/reading.ts';
import { FIELD_WORDS, READING_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { ASK_ID, focusField, moveInList } from './focus.ts';
import { Sign, type SignName } from './sign.tsx';

interface AnswerProps extends AppProps {
  readonly field: FieldView;
}

export function Answer({ actions, field }: AnswerProps) {
  const { reading } = field;
  return (
    <div class="answer">
      <p id="echo" class="echo" role="status">
        {field.echo}
      </p>
      <div id="findings" class="findings" aria-live="polite">
        {reading.kind === 'refused' && <Refusal reading={reading} actions={actions} edited={field.edited} />}
        {reading.kind === 'ask' && <Question reading={reading} actions={actions} />}
        {field.findings.map((finding) => (
          <FindingLine key={`${finding.code}${finding.input}`} finding={finding} />
        ))}
        {field.fromFormula && <p class="note">{FIELD_WORDS.fromFormula}</p>}
      </div>
    </div>
  );
}

interface RefusalProps {
  readonly reading: Extract<FieldReading, { kind: 'refused' }>;
  readonly actions: AppProps['actions'];
  readonly edited: boolean;
}

function Refusal({ reading, actions, edited }: RefusalProps) {
  const { suggestion } = reading;
  const take = (text: string): void => {
    actions.type(text);
    focusField();
  };
  return (
    <div class="finding error">
      <Sign name="cross" />
      <div>
        <p>{reading.message}</p>
        <div class="options">
          {suggestion !== null && (
            <button
              type="button"
              class="suggestion"
              aria-label={READING_WORDS.suggestLabel(suggestion)}
              onClick={() => take(suggestion)}
            >
              {READING_WORDS.suggest(suggestion)}
            </button>
          )}
          {edited && <span class="hint">{READING_WORDS.notCommitted}</span>}
        </div>
      </div>
    </div>
  );
}

interface QuestionProps {
  readonly reading: Extract<FieldReading, { kind: 'ask' }>;
  readonly actions: AppProps['actions'];
}

/** The group takes the focus, neither button does: a second Enter in haste must not answer. */
function Question({ reading, actions }: QuestionProps) {
  const take = (value: number): void => {
    actions.choose(value);
    focusField();
  };
  return (
    <fieldset
      id={ASK_ID}
      class="finding ask"
      tabIndex={-1}
      aria-label={`${READING_WORDS.ask} ${READING_WORDS.askKeys}`}
      onKeyDown={(event) => moveInList(event, event.currentTarget)}
    >
      <Sign name="question" />
      <div>
        <p>
          <strong>{READING_WORDS.choices(...reading.choices)}</strong>
        </p>
        <div class="options">
          {reading.choices.map((choice) => (
            <button type="button" class="suggestion" key={choice} onClick={() => take(choice)}>
              {formatNumber(choice)}
            </button>
          ))}
        </div>
        <p class="hint">{READING_WORDS.askKeys}</p>
      </div>
    </fieldset>
  );
}

const FINDING_SIGNS: Readonly<Record<Finding['severity'], SignName>> = {
  refused: 'cross',
  error: 'cross',
  warning: 'bang',
  notice: 'question',
};

function FindingLine({ finding }: { readonly finding: Finding }) {
  const tone = finding.severity === 'refused' ? 'error' : finding.severity;
  return (
    <div class={`finding ${tone}`}>
      <Sign name={FINDING_SIGNS[finding.severity]} />
      <p>{finding.message}</p>
    </div>
  );
}
