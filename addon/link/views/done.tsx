/** What happened, in words. */
import { DONE_WORDS, LINK_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { StepHeading } from './step-heading.tsx';

interface DoneProps extends AppProps {
  readonly what: 'linked' | 'released' | 'unmarked';
  readonly message: string;
}

export function Done({ store, actions, what, message }: DoneProps) {
  const sending = store.sending.value;
  return (
    <main class="alone">
      <StepHeading>{DONE_WORDS[what]}</StepHeading>
      <p role="status">{message}</p>
      {what === 'linked' && <p>{DONE_WORDS.what}</p>}
      {what === 'released' && <p>{DONE_WORDS.releasedWhat}</p>}
      {sending.kind === 'failed' && (
        <p class="notice bad" role="alert">
          {DONE_WORDS.openFailed(sending.message)}
        </p>
      )}
      <div class="buttons">
        {what === 'linked' && (
          <button type="button" class="action" onClick={() => void actions.openSidebar()}>
            {DONE_WORDS.open}
          </button>
        )}
        <button type="button" class={what === 'linked' ? 'secondary' : 'action'} onClick={actions.close}>
          {LINK_WORDS.close}
        </button>
      </div>
    </main>
  );
}
