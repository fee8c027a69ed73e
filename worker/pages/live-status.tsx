/** How old the figures are, and the hook of the browser script: which period is shown, after which change. */
import type { Period } from '../../shared/periods.ts';
import type { Basis } from '../../shared/wire.ts';
import { momentText } from './times.ts';
import { LIVE_WORDS, PERIOD_WORDS } from './words.ts';

interface LiveStatusProps {
  readonly period: Period;
  /** Null where the page does not depend on it. */
  readonly basis: Basis | null;
  /** The number of the last change, as the live messages count them. */
  readonly sequence: number;
  /** The moment of rendering, ISO 8601 UTC. */
  readonly now: string;
  /** Of the page to look at again, where this one answered a form and has an address of no page. */
  readonly address?: string | null;
}

export function LiveStatus({ period, basis, sequence, now, address = null }: LiveStatusProps) {
  return (
    <p
      class="live"
      data-live-status
      data-period={period}
      data-sequence={sequence}
      data-now={now}
      data-address={address ?? undefined}
    >
      {/* Last, so that nothing moves when its words change. */}
      {basis === null ? null : <span class="live-basis">{capitalised(PERIOD_WORDS.basisNote[basis])} · </span>}
      <span class="live-words">{LIVE_WORDS.asOf(momentText(now, now))}</span>
      <span class="visually-hidden" role="status" />
    </p>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
