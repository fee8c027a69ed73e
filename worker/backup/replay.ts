/** What the ledger says must be stored: its entries lived through again, one by one. Pure. */
import { contentHashOf } from '../canonical.ts';
import type { Revision } from '../store/revisions.ts';
import { PAPER_HEAD } from '../store/settings.ts';
import { type Entry, isReport, type ReportEntry, readEntry } from './entries.ts';

/** `none`: it is about no revision. `fault`: it cannot follow what came before it. */
type Step =
  | { readonly kind: 'revision'; readonly revision: Revision }
  | { readonly kind: 'none' }
  | { readonly kind: 'fault' };

/** What stands in the end, by name of the table and key of the row; the values are the rows' columns that the ledger knows. */
export type Standing = Readonly<
  Record<'members' | 'bindings' | 'audiences' | 'sheets' | 'locks' | 'settings', ReadonlyMap<string, unknown>>
>;

export interface Replay {
  /** The next entry, in order. */
  take(entry: unknown): Step;
  standing(): Standing;
}

export function replayLedger(): Replay {
  const current = new Map<string, Revision>();
  const standing = {
    members: new Map<string, unknown>(),
    bindings: new Map<string, unknown>(),
    audiences: new Map<string, unknown>(),
    sheets: new Map<string, unknown>(),
    locks: new Map<string, unknown>(),
    settings: new Map<string, unknown>(),
  };
  const revise = (entry: ReportEntry): Step => {
    const key = `${entry.period} ${entry.unit}`;
    const revision = revisionOf(entry, current.get(key));
    if (revision === null) return { kind: 'fault' };
    current.set(key, revision);
    return { kind: 'revision', revision };
  };
  return {
    take: (raw) => {
      const entry = readEntry(raw);
      if (entry === 'other') return { kind: 'none' };
      if (entry === 'fault') return { kind: 'fault' };
      settle(standing, entry);
      return isReport(entry) ? revise(entry) : { kind: 'none' };
    },
    standing: () => standing,
  };
}

/** The revision that an entry made, after the one before it; null where their numbers, states or contents do not follow. */
function revisionOf(entry: ReportEntry, before: Revision | undefined): Revision | null {
  const { unit, period, revision, state, contentHash, at, by, index: ledgerIndex } = entry;
  if (revision !== (before?.revision ?? 0) + 1) return null;
  const made = { unit, period, revision, state, contentHash, at, by, ledgerIndex };
  if (entry.kind === 'report') {
    const { sheet, values, reasons } = entry;
    return contentHashOf(values, reasons) === contentHash ? { ...made, sheet, values, reasons, reason: null } : null;
  }
  if (before === undefined || before.state !== entry.from || before.contentHash !== contentHash) return null;
  const { sheet, values, reasons } = before;
  return { ...made, sheet, values, reasons, reason: entry.reason };
}

type Settled = Readonly<Record<keyof Standing, Map<string, unknown>>>;

function settle({ members, bindings, audiences, sheets, locks, settings }: Settled, entry: Entry): void {
  switch (entry.kind) {
    case 'report':
      if (entry.bindsSheet) sheets.set(entry.unit, { sheet: entry.sheet, boundAt: entry.at });
      return;
    case 'sheet-released':
      sheets.delete(entry.unit);
      return;
    case 'lock':
    case 'unlock':
      locks.set(entry.period, { locked: entry.kind === 'lock', by: entry.by, at: entry.at });
      return;
    case 'audience':
      audiences.set(entry.audience, { unit: entry.unit });
      return;
    case 'audience-removed':
      audiences.delete(entry.audience);
      return;
    case 'paper-head':
      settings.set(PAPER_HEAD, entry.head);
      return;
    case 'member':
      members.set(entry.email, { role: entry.role, units: entry.units, name: entry.name });
      return;
    case 'member-removed':
      members.delete(entry.email);
      bindings.delete(entry.email);
      return;
    case 'member-bound':
      bindings.set(entry.email, { issuer: entry.issuer, subject: entry.subject });
  }
}
