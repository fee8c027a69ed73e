/** A failed call to the script in words for the person. */
import type { ScriptTrouble } from '../../page/script-calls.ts';
import { PAGE_WORDS } from '../../page/words.ts';
import { LINK_WORDS } from '../words.ts';

export function troubleText({ kind, message }: ScriptTrouble): string {
  if (kind === 'accounts') return PAGE_WORDS.accounts;
  return kind === 'offline' ? LINK_WORDS.offline : message;
}
