/** What happened, in words. */
import { DONE_WORDS, LINK_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { StepHeading } from './step-heading.tsx';

interface DoneProps extends AppProps {
  readonly what: 'linked' | 'released' | 'unmarked';
  readonly message: string;
}

export function Done({ actions, what, message }: DoneProps) {
  return (
    <main class="alone">
      <StepHeading>{DONE_WORDS[what]}</StepHeading>
      <p role="status">{message}</p>
      {what === 'linked' && <p>{DONE_WORDS.what}</p>}
      {what === 'released' && <p>{DONE_WORDS.releasedWhat}</p>}
      <button type="button" class="action" onClick={actions.close}>
        {LINK_WORDS.close}
      </button>
    </main>
  );
}
