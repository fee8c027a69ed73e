/** A verdict's sign and its word, the same wherever a verdict is shown. */
import { raw } from 'hono/html';
import { signSvg } from '../../shared/signs.ts';
import type { Verdict } from '../../shared/wire.ts';
import { VERDICT_WORDS } from '../../shared/words.ts';

/** The sign alone, in its ink; hidden from screen readers, as the word stands beside it. */
export function Sign({ verdict, size = 16 }: { verdict: Verdict; size?: number }) {
  return <span class={`sign ink-${verdict}`}>{raw(signSvg(verdict, size))}</span>;
}

/** Sign and word. */
export function VerdictLabel({ verdict }: { verdict: Verdict }) {
  return (
    <span class={`verdict ink-${verdict}`}>
      {raw(signSvg(verdict, 16))} <span class="verdict-word">{VERDICT_WORDS[verdict]}</span>
    </span>
  );
}
