/** A report's state as one small shape, told apart without colour; its word stands beside it or is read out. */
import { raw } from 'hono/html';
import type { ReportState } from '../../shared/wire.ts';
import { STATE_WORDS } from '../../shared/words.ts';

const LINE = 'fill="none" stroke="currentColor" stroke-width="1.6"';

const SHAPES: Readonly<Record<ReportState | 'none', string>> = {
  none: `<circle cx="8" cy="8" r="6" ${LINE} stroke-dasharray="2.5 2"/>`,
  draft: `<circle cx="8" cy="8" r="6" ${LINE}/><path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor"/>`,
  submitted: `<circle cx="8" cy="8" r="6.2" fill="currentColor"/>`,
  returned: `<path d="M6.5 3L2.5 7l4 4M2.5 7H10a3.2 3.2 0 0 1 0 6.4H7" ${LINE} stroke-linecap="round" stroke-linejoin="round"/>`,
  accepted: `<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.6 8.3l2.4 2.4 4.4-5" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`,
};

interface MarkProps {
  readonly state: ReportState | 'none';
  /** The shape alone, its word only read out: where many stand close together under a legend. */
  readonly bare?: boolean;
}

export function StateMark({ state, bare = false }: MarkProps) {
  return (
    <span class={`state-mark state-${state}`}>
      {raw(
        `<svg class="sign" width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${SHAPES[state]}</svg>`,
      )}{' '}
      <span class={bare ? 'visually-hidden' : undefined}>{STATE_WORDS[state]}</span>
    </span>
  );
}
