/** Where a linked workbook begins: what is linked now, and the ways to change or end it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { unitName } from '../../../shared/plan.ts';
import { FINISH_WORDS, LINKED_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { StepHeading } from './step-heading.tsx';

export function LinkedStep({ store, actions }: AppProps) {
  const opening = store.opening.value;
  const sending = store.sending.value;
  if (opening === null) return null;
  const first = store.proposals.value.find(({ tab }) => opening.linked.some(({ id }) => id === tab.id));
  const working = sending.kind === 'unmarking' || sending.kind === 'releasing';
  return (
    <section>
      <StepHeading>{LINKED_WORDS.heading(unitName(store.plan, opening.unit ?? ''))}</StepHeading>
      <ul>
        {opening.linked.map(({ id, rows, columns }) => (
          <li key={id}>
            {FINISH_WORDS.tab(
              opening.tabs.find((tab) => tab.id === id)?.name ?? String(id),
              Object.keys(rows).length,
              Object.keys(columns).length,
            )}
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="action" onClick={() => actions.go(first?.tab.id ?? 'finish')}>
          {LINKED_WORDS.edit}
        </button>
      </p>
      {opening.marked && (
        <p>
          {LINKED_WORDS.unmarkWhat}{' '}
          <button type="button" class="secondary" disabled={working} onClick={() => void actions.unmark()}>
            {LINKED_WORDS.unmark}
          </button>
        </p>
      )}
      <Release actions={actions} working={working} />
      <p role="status">
        {working && (
          <>
            <span class="spinner" aria-hidden="true" />{' '}
            {sending.kind === 'releasing' ? LINKED_WORDS.releasing : LINKED_WORDS.unmarking}
          </>
        )}
      </p>
      {sending.kind === 'failed' && (
        <p class="notice bad" role="alert">
          {sending.what === 'release'
            ? LINKED_WORDS.releaseFailed(sending.message)
            : FINISH_WORDS.failed(sending.message)}
        </p>
      )}
    </section>
  );
}

/** Asked once more: it cannot be undone but by linking anew. */
function Release({ actions, working }: Pick<AppProps, 'actions'> & { readonly working: boolean }) {
  const [asked, setAsked] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const keep = (): void => {
    setAsked(false);
    queueMicrotask(() => opener.current?.focus());
  };
  if (asked) return <Question keep={keep} release={() => void actions.release()} working={working} />;
  return (
    <p>
      <button ref={opener} type="button" class="secondary" disabled={working} onClick={() => setAsked(true)}>
        {LINKED_WORDS.release}
      </button>
    </p>
  );
}

interface QuestionProps {
  readonly keep: () => void;
  readonly release: () => void;
  readonly working: boolean;
}

/** The safe answer has the keyboard. */
function Question({ keep, release, working }: QuestionProps) {
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => safe.current?.focus(), []);
  return (
    <div
      class="notice warn"
      role="alertdialog"
      aria-labelledby="release-question"
      aria-describedby="release-what"
      onKeyDown={(event) => {
        if (event.key === 'Escape') keep();
      }}
    >
      <h3 id="release-question">{LINKED_WORDS.releaseQuestion}</h3>
      <p id="release-what">{LINKED_WORDS.releaseWhat}</p>
      <div class="buttons">
        <button ref={safe} type="button" class="secondary" disabled={working} onClick={keep}>
          {LINKED_WORDS.releaseNo}
        </button>
        <button type="button" class="danger" disabled={working} onClick={release}>
          {LINKED_WORDS.releaseYes}
        </button>
      </div>
    </div>
  );
}
