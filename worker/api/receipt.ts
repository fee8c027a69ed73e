/** What the service answers about a revision: a receipt, a report, what it has become. */
import type { Current, Receipt, Report } from '../../shared/wire.ts';
import { presentValues } from '../canonical.ts';
import type { Services } from '../commune/services.ts';
import type { Revision } from '../store/revisions.ts';

export function receiptOf(
  services: Services,
  revision: Revision,
  replay?: { readonly current: Revision | null },
): Receipt {
  const { unit, period, state, at, by, contentHash } = revision;
  const head = services.ledger.at(revision.ledgerIndex);
  const current = replay?.current ?? null;
  return {
    unit,
    period,
    revision: revision.revision,
    state,
    receivedAt: at,
    by,
    contentHash,
    replayed: replay !== undefined,
    findings: [...services.board.findings(revision)],
    ledger: { index: head.index, hash: head.hash, signature: services.signHead(head) },
    ...(current === null ? {} : { current: currentOf(current) }),
  };
}

export function currentOf({ revision, state, contentHash, by, at, values }: Revision): Current {
  return { revision, state, contentHash, by, at, values: { ...presentValues(values) } };
}

export function reportOf(services: Services, revision: Revision): Report {
  const { unit, period, state, sheet, values, reasons, contentHash, at, by, reason } = revision;
  return {
    unit,
    period,
    revision: revision.revision,
    state,
    sheet,
    values: { ...values },
    reasons: { ...reasons },
    contentHash,
    updatedAt: at,
    updatedBy: by,
    returnReason: state === 'returned' ? reason : null,
    findings: [...services.board.findings(revision)],
  };
}

export function etagOf(revision: number): string {
  return `"${revision}"`;
}
