/** What a report read back from the Worker means for the workbook's record: ours moved on, or somebody else's. */
import * as v from 'valibot';
import { type Report, ReportSchema } from '../../shared/wire.ts';
import { isToBeAskedFor } from './late-tries.ts';
import { type PeriodRecord, UNSENT } from './records.ts';
import { presentValues, sameReasons, sameValues } from './report-content.ts';
import { conflictOf, type Patch } from './settle.ts';
import type { Answer } from './worker-client.ts';

/** The patch for the period's record as it is, or null where the answer says nothing about it. @param askedAt milliseconds. */
export function adopt(record: PeriodRecord, answer: Answer, sheet: string, askedAt: number): Patch | null {
  if (answer.kind === 'unreachable') return null;
  if (answer.status === 404) return record.revision === null ? null : forgotten;
  const parsed = answer.status === 200 ? v.safeParse(ReportSchema, answer.body) : null;
  if (parsed === null || !parsed.success) return null;
  const report = parsed.output;
  // Asked before what was acknowledged meanwhile.
  if (report.revision < (record.revision ?? 0)) return null;
  if (isOurs(record, report, sheet)) return (now) => following(now, report, askedAt);
  // Already told.
  if (record.conflict?.revision === report.revision || report.revision === record.revision) return null;
  return conflictOf({ ...report, by: report.updatedBy, at: report.updatedAt }).patch;
}

function isOurs(record: PeriodRecord, report: Report, sheet: string): boolean {
  const sent = [...(record.values === null ? [] : [record.values]), ...record.unanswered, ...record.late];
  if (sent.some((values) => sameValues(values, report.values))) return true;
  // After lost properties the sheet that the report names is what there is to go by.
  return record.values === null && report.sheet === sheet;
}

function following(record: PeriodRecord, report: Report, askedAt: number): PeriodRecord {
  const { trouble } = record;
  const ended =
    trouble?.code === 'conflict' ||
    (trouble?.code === 'accepted' && report.state !== 'accepted') ||
    (trouble?.code === 'locked' && report.revision !== record.revision);
  const known = record.values !== null && sameValues(record.values, report.values);
  return {
    ...record,
    revision: report.revision,
    state: report.state,
    savedAt: report.updatedAt,
    values: presentValues(report.values),
    sentReasons: { ...report.reasons },
    // A workbook that had lost its memory takes the reasons back; one that knows its own keeps them.
    reasons: known || !sameReasons(record.reasons, {}) ? record.reasons : { ...report.reasons },
    // A draft has no such words of its own: the ones that it answers to are kept.
    returnReason: report.returnReason ?? (report.state === 'draft' ? record.returnReason : null),
    // Asked after the last of them could arrive: what is there is all that came of them.
    late: isToBeAskedFor(record, askedAt) ? [] : record.late,
    conflict: null,
    trouble: ended ? null : trouble,
  };
}

/** The ledger does not know the report any more (a Worker that was set up anew): it is sent as a first one. */
function forgotten(record: PeriodRecord): PeriodRecord {
  return { ...record, ...UNSENT, late: [], waiting: true };
}
