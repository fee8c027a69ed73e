/** What a workbook remembers between runs: whose it is, what the Worker has acknowledged of each period, what failed. */
import * as v from 'valibot';
import type { Value } from '../../shared/values.ts';
import { REPORT_STATES } from '../../shared/wire.ts';
import { KeptRuleSchema } from './kept-rules.ts';

const StoredValue: v.GenericSchema<Value> = v.nullable(v.union([v.number(), v.boolean(), v.literal('na')]));
const StoredValues = v.record(v.string(), StoredValue);
const StoredReasons = v.record(v.string(), v.string());

/** The workbook's own record: the spreadsheet where it lives, its unit, its tabs by year or name. */
export const BookSchema = v.object({
  home: v.string(),
  unit: v.string(),
  sample: v.boolean(),
  /** A person's own workbook, linked as it is; else our template. */
  own: v.optional(v.boolean(), false),
  /** Whether the bound cells of a person's own workbook carry our validation and formats. */
  marked: v.optional(v.boolean(), false),
  /** Validation of hers that ours has taken the place of; the rules name it by its number in this list. */
  replaced: v.optional(v.array(KeptRuleSchema), []),
  tabs: v.record(v.string(), v.object({ id: v.number(), name: v.string() })),
});
export type Book = v.InferOutput<typeof BookSchema>;

/** Where a tab's rows and columns were found last, and which marks disagreed with what stands there: inputs and periods. */
export const LayoutSchema = v.object({
  labelColumn: v.number(),
  rows: v.record(v.string(), v.number()),
  columns: v.record(v.string(), v.number()),
  lost: v.array(v.string()),
  disagreeing: v.array(v.string()),
  /** Periods with a value that a formula gives: it may change with any cell of the workbook. */
  computed: v.array(v.string()),
});
export type LayoutRecord = v.InferOutput<typeof LayoutSchema>;

/** Why a period is not sent. `retryAt` is in milliseconds; null: not before the content named by `content` changes. */
const TroubleSchema = v.object({
  code: v.string(),
  message: v.string(),
  retryAt: v.nullable(v.number()),
  content: v.nullable(v.string()),
});
export type PeriodTrouble = v.InferOutput<typeof TroubleSchema>;

/** What concerns every period alike: no network, no right, too many requests. `failures` in a row, for the back-off. */
export const LineSchema = v.object({
  code: v.string(),
  message: v.string(),
  retryAt: v.number(),
  failures: v.number(),
  account: v.string(),
});
export type LineTrouble = v.InferOutput<typeof LineSchema>;

export const PeriodRecordSchema = v.object({
  /** Of the last receipt that is ours; null before the first. */
  revision: v.nullable(v.number()),
  state: v.picklist(['none', ...REPORT_STATES]),
  savedAt: v.nullable(v.string()),
  /** What the Worker has acknowledged, without nulls; null before the first receipt. */
  values: v.nullable(StoredValues),
  sentReasons: StoredReasons,
  returnReason: v.nullable(v.string()),
  /** Reasons as the person gave them, sent or not. */
  reasons: StoredReasons,
  /** Numbers that may have been meant otherwise, and that the person has said are right. */
  accepted: v.optional(v.record(v.string(), v.number()), {}),
  /** Values of tries whose answer never came: they may be stored all the same. */
  unanswered: v.array(StoredValues),
  /** Such tries that may still arrive although a later one was answered (see `late-tries.ts`), and until when any try may, milliseconds. */
  late: v.optional(v.array(StoredValues), []),
  lateUntil: v.optional(v.number(), 0),
  trouble: v.nullable(TroubleSchema),
  /** A newer report that is not ours, and when it was found. */
  conflict: v.nullable(
    v.object({
      revision: v.number(),
      state: v.picklist(REPORT_STATES),
      by: v.string(),
      at: v.string(),
      values: StoredValues,
    }),
  ),
  /** A submission without an answer: who asked for it, and the digest of its content. */
  submitting: v.nullable(v.object({ account: v.string(), content: v.string() })),
  /** True while the sheet, as last read, differs from what is acknowledged. */
  waiting: v.boolean(),
  /** Of which inputs the value or the reason does. */
  differing: v.optional(v.array(v.string()), []),
  /** Values that were kept from the period before and are not confirmed: a cell with another value is not one of them any more. */
  kept: v.optional(StoredValues, {}),
  /** The newest edit mark that has been looked at. */
  handledMark: v.number(),
  /** Of the readings as last read, and the workbook's version since which they are so. */
  digest: v.string(),
  changed: v.number(),
  /** The run that is sending now, so that two do not send the same; void after `until` (milliseconds). */
  claim: v.nullable(v.object({ run: v.string(), until: v.number() })),
  /** What the workbook's sendings have spent of their ration, as of this period's last one (see `ration.ts`). */
  spentUntil: v.optional(v.number(), 0),
});
export type PeriodRecord = v.InferOutput<typeof PeriodRecordSchema>;

/** What is known of a report that the Worker does not have. */
export const UNSENT: Pick<PeriodRecord, 'revision' | 'state' | 'savedAt' | 'values' | 'sentReasons' | 'returnReason'> =
  {
    revision: null,
    state: 'none',
    savedAt: null,
    values: null,
    sentReasons: {},
    returnReason: null,
  };

/** A period of which nothing is known yet. */
export const NO_RECORD: PeriodRecord = {
  ...UNSENT,
  reasons: {},
  accepted: {},
  unanswered: [],
  late: [],
  lateUntil: 0,
  trouble: null,
  conflict: null,
  submitting: null,
  waiting: false,
  differing: [],
  kept: {},
  handledMark: 0,
  digest: '',
  changed: 0,
  claim: null,
  spentUntil: 0,
};

/** Who has the installed triggers of this workbook, and when they last ran or were checked (milliseconds). */
export const CarrierSchema = v.object({
  account: v.string(),
  aliveAt: v.number(),
  carriedAt: v.number(),
  /** What its turns have spent of their ration (see `ration.ts`). */
  spentUntil: v.optional(v.number(), 0),
});
export type Carrier = v.InferOutput<typeof CarrierSchema>;

/** What the tab "Tổng hợp" was written from. */
export const SummaryRecordSchema = v.object({ etag: v.string(), digest: v.string() });
export type SummaryRecord = v.InferOutput<typeof SummaryRecordSchema>;
