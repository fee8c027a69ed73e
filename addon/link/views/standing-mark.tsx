/** How certain something is, in a word and a sign. */
import { Sign, type SignName } from '../../page/sign.tsx';
import type { Standing } from '../model/certainty-of.ts';
import { CERTAINTY_WORDS } from '../words.ts';

const SIGNS: Readonly<Record<Standing, SignName>> = {
  sure: 'check',
  likely: 'question',
  unsure: 'bang',
  chosen: 'check',
  refused: 'stopped',
  none: 'ring',
};

export function StandingMark({ standing }: { readonly standing: Standing }) {
  return (
    <span class={`standing ${standing}`}>
      <Sign name={SIGNS[standing]} /> {CERTAINTY_WORDS[standing]}
    </span>
  );
}
