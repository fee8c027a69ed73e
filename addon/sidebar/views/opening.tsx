/** Before the workbook is there: waiting, or why it did not open and what to do. */
import type { ScriptTrouble } from '../../page/script-calls.ts';
import { PAGE_WORDS } from '../../page/words.ts';
import { STATE_WORDS } from '../words.ts';

export function Opening() {
  return (
    <main class="alone" aria-busy="true">
      <h1 class="opening">
        <span class="spinner" aria-hidden="true" /> {STATE_WORDS.opening}
      </h1>
    </main>
  );
}

export function OpeningFailed({ trouble, retry }: { readonly trouble: ScriptTrouble; readonly retry: () => void }) {
  const accounts = trouble.kind === 'accounts';
  return (
    <main class="alone">
      <h1>{accounts ? PAGE_WORDS.accountsHeading : STATE_WORDS.failed}</h1>
      <p role="alert">{explanation(trouble)}</p>
      <button type="button" class="action" onClick={retry}>
        {PAGE_WORDS.retry}
      </button>
    </main>
  );
}

function explanation(trouble: ScriptTrouble): string {
  if (trouble.kind === 'accounts') return PAGE_WORDS.accounts;
  return trouble.kind === 'offline' ? STATE_WORDS.openOffline : trouble.message;
}
