/** Compares the stored reports with what the ledger says of them: pure, over whatever hands it both. */
import * as v from 'valibot';
import { isPeriod, type Period } from '../../shared/periods.ts';
import { contentHashOf } from '../canonical.ts';
import type { StoredEntry } from './chain.ts';
import type { Revision, RevisionStore } from './revisions.ts';

/** The kinds of entry that make a revision. */
const MAKING = ['report', 'return', 'accept'];

const MakingSchema = v.looseObject({
  unit: v.string(),
  period: v.custom<Period>(isPeriod),
  revision: v.number(),
  state: v.string(),
  contentHash: v.string(),
});

/** The index of the first entry whose stored report is another one; null where there is a report without an entry; else undefined. */
export function firstForeignRevision(
  entries: Iterable<StoredEntry>,
  revisions: Pick<RevisionStore, 'numbered' | 'count'>,
): number | null | undefined {
  let made = 0;
  for (const { index, entry } of entries) {
    const parsed: unknown = JSON.parse(entry);
    if (!v.is(v.looseObject({ kind: v.picklist(MAKING) }), parsed)) continue;
    made += 1;
    const told = v.safeParse(MakingSchema, parsed);
    if (!told.success) return index;
    const { unit, period, revision } = told.output;
    if (!isTold(told.output, revisions.numbered(unit, period, revision), index)) return index;
  }
  return made === revisions.count() ? undefined : null;
}

type Told = v.InferOutput<typeof MakingSchema>;

function isTold(told: Told, stored: Revision | undefined, index: number): boolean {
  return (
    stored !== undefined &&
    stored.ledgerIndex === index &&
    stored.state === told.state &&
    stored.contentHash === told.contentHash &&
    contentHashOf(stored.values, stored.reasons) === told.contentHash
  );
}
