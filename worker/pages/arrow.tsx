/** "Was, is": drawn, for not every machine's typeface has the arrow; read out as a word. */
import { FRAME_WORDS } from './words.ts';

export function Arrow() {
  return (
    <>
      <svg class="arrow" width="14" height="10" viewBox="0 0 14 10" aria-hidden="true">
        <path d="M1 5h11M8.5 1.5L12 5 8.5 8.5" fill="none" stroke="currentColor" stroke-width="1.4" />
      </svg>
      <span class="visually-hidden">{FRAME_WORDS.became}</span>
    </>
  );
}
