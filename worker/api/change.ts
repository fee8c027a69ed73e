/** What follows a revision once it is stored: the board takes it in, and open views hear of it. Never before the transaction has ended. */
import type { Period } from '../../shared/periods.ts';
import type { Revision } from '../store/revisions.ts';
import type { Call } from './call.ts';

export function announce(call: Call, revision: Revision): void {
  call.services.board.put(revision);
  announcePeriod(call, revision.period);
}

/** The sequence is the ledger's index, so that a summary says by itself whether it is newer than a message. */
export function announcePeriod({ services, now }: Call, period: Period): void {
  services.live.publish({ type: 'summary', period, sequence: services.ledger.head().index }, now);
}
