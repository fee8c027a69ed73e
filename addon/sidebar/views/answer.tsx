/** The question where two readings are possible, what is wrong, and what is offered. Its room is reserved. */

import { formatNumber } from '../../../shared/number-format.ts';
import type { Finding } from '../../../shared/wire.ts';
import { Sign, type SignName } from '../../page/sign.tsx';
import type { FieldView } from '../model/field.ts';
import type { FieldReading } from '../model/reading.ts';
import { FIELD_WORDS, READING_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { ASK_ID, focusField, moveInList } from './focus.ts';

export function Answer({ store, actions }: AppProps) {
  const field = store.field.value;
  if (field === null) return null;
  const { reading } = field;
  const why = store.closed.value;
  const closed = why !== null;
  return (
    <div id="findings" class="answer" aria-live="polite">
      {why !== null && <p class="note">{FIELD_WORDS[why]}</p>}
      {reading.kind === 'refused' && <Refusal reading={reading} actions={actions} field={field} closed={closed} />}
      {reading.kind === 'ask' && <Question reading={reading} actions={actions} />}
      {field.findings.map((finding) => (
        <FindingLine key={`${finding.code}${finding.input}`} finding={finding} />
      ))}
      {field.unconfirmed && !field.edited && <p class="note">{FIELD_WORDS.kept}</p>}
      {field.fromFormula && <p class="note">{FIELD_WORDS.fromFormula}</p>}
      {reading.kind === 'value' && <OfferButton offer={field.offer} actions={actions} closed={closed} />}
    </div>
  );
}

interface RefusalProps {
  readonly reading: Extract<FieldReading, { kind: 'refused' }>;
  readonly actions: AppProps['actions'];
  readonly field: FieldView;
  readonly closed: boolean;
}

function Refusal({ reading, actions, field, closed }: RefusalProps) {
  return (
    <div class="finding error">
      <Sign name="cross" />
      <div>
        <p>{reading.message}</p>
        <OfferButton offer={field.offer} actions={actions} closed={closed} />
        {field.edited && <p class="hint">{READING_WORDS.notCommitted}</p>}
      </div>
    </div>
  );
}

interface OfferProps {
  readonly offer: FieldView['offer'];
  readonly actions: AppProps['actions'];
  readonly closed: boolean;
}

/** The one thing that can be taken over, by this button or by its key. */
function OfferButton({ offer, actions, closed }: OfferProps) {
  if (offer === null || closed) return null;
  const take = (): void => {
    actions.takeOffer();
    focusField();
  };
  return (
    <p class="options">
      <button
        type="button"
        class="suggestion"
        aria-label={offer.kind === 'suggestion' ? READING_WORDS.suggestLabel(offer.text) : offer.label}
        aria-keyshortcuts="Alt+Enter"
        onClick={take}
      >
        {offer.label}
      </button>
      <kbd>{FIELD_WORDS.offerKey}</kbd>
    </p>
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
