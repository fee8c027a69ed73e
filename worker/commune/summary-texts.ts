/** The summaries as they are sent, kept while nothing happens: most questions come between two changes. */
import type { Period } from '../../shared/periods.ts';
import type { Basis, Summary } from '../../shared/wire.ts';
import { sha256 } from '../canonical.ts';
import type { Head } from '../store/chain.ts';

/** A summary's JSON as UTF-8, and its hash. */
export interface SummaryText {
  readonly bytes: Uint8Array;
  readonly tag: string;
}

export interface SummaryFrame {
  readonly locked: boolean;
  readonly head: Head;
}

/** The text of a summary in its frame; `make` is asked where there is none for it. */
export type SummaryTexts = (period: Period, basis: Basis, frame: SummaryFrame, make: () => Summary) => SummaryText;

/** One for each period and basis. The ledger's head says what the figures are of: every change of them is told there. */
export function summaryTexts(): SummaryTexts {
  const kept = new Map<string, SummaryText & SummaryFrame>();
  const encoder = new TextEncoder();
  return (period, basis, frame, make) => {
    const place = `${period} ${basis}`;
    const known = kept.get(place);
    if (known?.head.hash === frame.head.hash && known.locked === frame.locked) return known;
    const json = JSON.stringify(make());
    const text = { bytes: encoder.encode(json), tag: sha256(json), ...frame };
    kept.set(place, text);
    return text;
  };
}
