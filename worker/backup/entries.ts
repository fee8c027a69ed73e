/** The ledger's entries as far as they say what is stored: what is not named here changes no table that a backup is checked by. */
import * as v from 'valibot';
import { isPeriod, type Period } from '../../shared/periods.ts';
import { HeadSettingSchema } from '../../shared/service-wire.ts';
import { REPORT_STATES, ReportSchema, ROLES } from '../../shared/wire.ts';

const Index = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const PeriodSchema = v.custom<Period>((value) => typeof value === 'string' && isPeriod(value));
const base = { index: Index, at: v.string(), by: v.string() };
const place = { ...base, unit: v.string(), period: PeriodSchema, revision: Index, contentHash: v.string() };

const review = { ...place, from: v.picklist(REPORT_STATES), reason: v.nullable(v.string()) };

/** Keys that a kind has beside these change nothing that is stored. */
const EntrySchema = v.variant('kind', [
  v.object({
    ...place,
    kind: v.literal('report'),
    state: v.picklist(['draft', 'submitted']),
    sheet: v.string(),
    values: ReportSchema.entries.values,
    reasons: ReportSchema.entries.reasons,
    bindsSheet: v.boolean(),
  }),
  v.object({ ...review, kind: v.literal('return'), state: v.literal('returned') }),
  v.object({ ...review, kind: v.literal('accept'), state: v.literal('accepted') }),
  v.object({ ...base, kind: v.picklist(['lock', 'unlock']), period: v.string() }),
  v.object({ ...base, kind: v.literal('sheet-released'), unit: v.string() }),
  v.object({ ...base, kind: v.literal('audience'), audience: v.string(), unit: v.string() }),
  v.object({ ...base, kind: v.literal('audience-removed'), audience: v.string() }),
  v.object({
    ...base,
    kind: v.literal('member'),
    email: v.string(),
    role: v.picklist(ROLES),
    units: v.array(v.string()),
    name: v.nullable(v.string()),
  }),
  v.object({ ...base, kind: v.literal('member-removed'), email: v.string() }),
  v.object({ ...base, kind: v.literal('paper-head'), head: HeadSettingSchema }),
  v.object({ ...base, kind: v.literal('member-bound'), email: v.string(), issuer: v.string(), subject: v.string() }),
]);
export type Entry = v.InferOutput<typeof EntrySchema>;
export type ReportEntry = Extract<Entry, { kind: 'report' | 'return' | 'accept' }>;

const KINDS: ReadonlySet<string> = new Set(
  EntrySchema.options.flatMap(({ entries: { kind } }) =>
    kind.type === 'literal' ? [kind.literal] : [...kind.options],
  ),
);
const KindSchema = v.object({ kind: v.string() });

/** `other`: of a kind that changes nothing here. `fault`: of one that does, but not as it should be. */
export function readEntry(raw: unknown): Entry | 'other' | 'fault' {
  const read = v.safeParse(EntrySchema, raw);
  if (read.success) return read.output;
  return v.is(KindSchema, raw) && !KINDS.has(raw.kind) ? 'other' : 'fault';
}

export function isReport(entry: Entry): entry is ReportEntry {
  return entry.kind === 'report' || entry.kind === 'return' || entry.kind === 'accept';
}
