/** What will be linked, what stands in the way, the questions, and the button. */
import { FINISH_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { LinkButton } from './link-button.tsx';
import { Obstacles } from './obstacles.tsx';
import { Questions } from './questions.tsx';
import { StepHeading } from './step-heading.tsx';
import { mainTabs } from './steps.ts';

export function FinishStep(props: AppProps) {
  return (
    <section class="finish">
      <StepHeading>{FINISH_WORDS.heading}</StepHeading>
      <Obstacles {...props} />
      <ToLink {...props} />
      <Unlinked {...props} />
      <Questions {...props} />
      <LinkButton {...props} />
    </section>
  );
}

function ToLink({ store }: AppProps) {
  const { tabs } = store.survey.value;
  const linked = mainTabs(store).flatMap(({ tab }) => {
    const found = tabs.get(tab.id);
    if (found === undefined || found.linkedRows === 0 || found.linkedColumns === 0) return [];
    return [FINISH_WORDS.tab(tab.name, found.linkedRows, found.linkedColumns)];
  });
  return (
    <>
      <h3>{FINISH_WORDS.summary}</h3>
      {linked.length === 0 ? (
        <p>{FINISH_WORDS.nothing}</p>
      ) : (
        <ul>
          {linked.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Unlinked({ store }: AppProps) {
  const { unlinked } = store.survey.value;
  if (unlinked.length === 0) return <p>{FINISH_WORDS.allLinked}</p>;
  return (
    <details>
      <summary>{FINISH_WORDS.unlinked(unlinked.length)}</summary>
      <p>{FINISH_WORDS.unlinkedWhat}</p>
      <ul>
        {unlinked.map(({ id, label, unit }) => (
          <li key={id}>
            {label} <span class="hint">({unit})</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
