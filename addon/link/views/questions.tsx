/** The two questions: validation and formats on the linked cells, a tab "Tổng hợp". Neither is answered in advance. */
import { asksForSummary } from '../store.ts';
import { FINISH_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';

export function Questions({ store, actions }: AppProps) {
  return (
    <>
      <Question
        name="marked"
        question={FINISH_WORDS.marksQuestion}
        what={FINISH_WORDS.marksWhat}
        yes={FINISH_WORDS.marksYes}
        no={FINISH_WORDS.marksNo}
        answer={store.marked.value}
        choose={(yes) => actions.answer('marked', yes)}
      />
      {asksForSummary(store.opening.value) && (
        <Question
          name="summary"
          question={FINISH_WORDS.summaryQuestion}
          what={FINISH_WORDS.summaryWhat}
          yes={FINISH_WORDS.summaryYes}
          no={FINISH_WORDS.summaryNo}
          answer={store.summary.value}
          choose={(yes) => actions.answer('summary', yes)}
        />
      )}
    </>
  );
}

interface QuestionProps {
  readonly name: string;
  readonly question: string;
  readonly what: string;
  readonly yes: string;
  readonly no: string;
  readonly answer: boolean | null;
  readonly choose: (yes: boolean) => void;
}

function Question({ name, question, what, yes, no, answer, choose }: QuestionProps) {
  return (
    <fieldset class="question" aria-describedby={`${name}-what`}>
      <legend>{question}</legend>
      <p id={`${name}-what`} class="hint">
        {what}
      </p>
      <label>
        <input type="radio" name={name} checked={answer === true} onChange={() => choose(true)} /> {yes}
      </label>
      <label>
        <input type="radio" name={name} checked={answer === false} onChange={() => choose(false)} /> {no}
      </label>
    </fieldset>
  );
}
