/** What one run from the menu cannot try, or should not try in a real workbook: listed, so that nobody takes silence for proof. */
import { loadOutbox } from '../outbox.ts';
import { type Check, momentText, untried } from './check.ts';
import { SEEN_WORDS } from './words.ts';

export const NOT_TRIED: readonly Check[] = [
  { id: 'memory.total', attempt: () => untried(SEEN_WORDS.wouldFill) },
  { id: 'triggers.clock', attempt: () => untried(SEEN_WORDS.carrierLife(lastLife())) },
  { id: 'triggers.selection', attempt: () => untried(SEEN_WORDS.wouldCost) },
  { id: 'triggers.dropped', attempt: () => untried(SEEN_WORDS.byHandOnly) },
  { id: 'runs.limit', attempt: () => untried(SEEN_WORDS.wouldTakeMinutes) },
  { id: 'sidebar.values', attempt: () => untried(SEEN_WORDS.atTheDesk) },
];

function lastLife(): string | null {
  const { carrier } = loadOutbox();
  return carrier === null ? null : momentText(carrier.aliveAt);
}
