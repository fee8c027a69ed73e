/** Says how current the figures are: beside the period for the eye, and to screen readers when that changes. */
import { momentText } from '../pages/times.ts';
import { LIVE_WORDS } from '../pages/words.ts';
import type { LiveState } from './live.ts';

/** More changed rows than this are counted, not named. */
const NAMED_AT_MOST = 3;

export interface Status {
  readonly show: (state: LiveState) => void;
  /** The moment of the figures that are shown now, and the labels of the rows that changed with them. */
  readonly updated: (asOf: string, changed: readonly string[]) => void;
}

export function createStatus(line: HTMLElement): Status {
  const words = line.querySelector('.live-words');
  const announcer = line.querySelector('[role=status]');
  let state: LiveState | null = null;
  let asOf = line.dataset.now ?? '';

  const render = () => {
    if (words !== null && state !== null)
      words.textContent = stateText(state, momentText(asOf, new Date().toISOString()));
  };
  const announce = (text: string) => {
    if (announcer !== null) announcer.textContent = text;
  };

  return {
    show: (next) => {
      const before = state;
      state = next;
      line.dataset.state = next;
      render();
      if (before !== next && (before !== null || next !== 'live')) announce(words?.textContent ?? '');
    },
    updated: (moment, changed) => {
      asOf = moment;
      render();
      if (changed.length > 0) announce(changedText(changed));
    },
  };
}

function stateText(state: LiveState, time: string): string {
  if (state === 'live') return LIVE_WORDS.live(time);
  if (state === 'ended') return LIVE_WORDS.ended(time);
  return navigator.onLine ? LIVE_WORDS.lost(time) : LIVE_WORDS.offline(time);
}

function changedText(labels: readonly string[]): string {
  return labels.length > NAMED_AT_MOST ? LIVE_WORDS.changedMany(labels.length) : LIVE_WORDS.changed(labels.join(', '));
}
