/** Before the workbook is there, and where it cannot be. */
import type { ScriptTrouble } from '../../page/script-calls.ts';
import { PAGE_WORDS } from '../../page/words.ts';
import { troubleText } from '../model/trouble.ts';
import { LINK_WORDS } from '../words.ts';

export function Waiting({ text }: { readonly text: string }) {
  return (
    <main class="alone" aria-busy="true">
      <h1>{LINK_WORDS.title}</h1>
      <p role="status">
        <span class="spinner" aria-hidden="true" /> {text}
      </p>
    </main>
  );
}

export function Failed({ trouble, retry }: { readonly trouble: ScriptTrouble; readonly retry: () => void }) {
  return (
    <main class="alone">
      <h1>{trouble.kind === 'accounts' ? PAGE_WORDS.accountsHeading : LINK_WORDS.failed}</h1>
      <p role="alert">{troubleText(trouble)}</p>
      <button type="button" class="action" onClick={retry}>
        {PAGE_WORDS.retry}
      </button>
    </main>
  );
}
