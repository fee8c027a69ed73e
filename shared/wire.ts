/**
 * The schemas of every message between add-in, browser and Worker. Types are derived from them, requests are checked by them.
 * Shapes, units and statuses: the contract. Unknown keys of a request are refused; of an answer they are ignored.
 */
import * as v from 'valibot';
import type { Period } from './periods.ts';
import { isPeriod } from './periods.ts';
import type { Value } from './values.ts';
import { VERDICTS } from './verdict-names.ts';

/** The longest body that a report may have, in bytes. */
export const MAX_BODY_BYTES = 128 * 1024;
/** The longest reason that anybody can give, in UTF-16 code units, as form fields count. */
export const MAX_REASON = 500;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const NullableText = v.nullable(v.string());
/** A period's text, `2026-Q2`. */
export const PeriodSchema = v.custom<Period>(isPeriod, 'period');
/** A moment, ISO 8601 in UTC. */
export const MomentSchema = v.string();
/** A SHA-256, hexadecimal. */
export const HashSchema = v.string();

/** Anything a value can be by its JSON type; whether it fits its input is a finding (`malformed`), not a shape. */
const AnyValue = v.unknown();
const StoredValue: v.GenericSchema<Value> = v.nullable(v.union([v.number(), v.boolean(), v.literal('na')]));

/** The states of a report; the first two can be sent. */
export const REPORT_STATES = ['draft', 'submitted', 'returned', 'accepted'] as const;
/** The state of a report's current revision. */
export type ReportState = (typeof REPORT_STATES)[number];
const State = v.picklist(REPORT_STATES);

/** Who started a sending: the signed-in person, or an installed trigger or sweep under its installer's name. */
export const VIAS = ['person', 'trigger', 'sweep'] as const;
/** How a revision came. */
export type Via = (typeof VIAS)[number];

/** What a member can be. */
export const ROLES = ['reporter', 'reviewer', 'viewer', 'admin'] as const;
/** A member's role. */
export type Role = (typeof ROLES)[number];

/** refused: nothing is stored · error: no submission · warning: a submission needs a reason · notice: shown. */
export const SEVERITIES = ['refused', 'error', 'warning', 'notice'] as const;
/** The codes of findings, as the domain lists them. */
export const FINDING_CODES = [
  'malformed',
  'part-exceeds-whole',
  'required',
  'baseline-missing',
  'whole-not-applicable',
  'implausible',
  'jump',
  'shrinking-flow',
  'comparison-differs',
] as const;

/** One finding. */
export const FindingSchema = v.object({
  input: v.string(),
  other: v.optional(v.string()),
  severity: v.picklist(SEVERITIES),
  code: v.picklist(FINDING_CODES),
  message: v.string(),
});
/** What the rules say of one input: `other` names a second input where one is concerned; the message is Vietnamese. */
export type Finding = v.InferOutput<typeof FindingSchema>;

/** The body of `PUT /api/reports/{unit}/{period}`. */
export const PutReportSchema = v.strictObject({
  state: v.picklist(['draft', 'submitted']),
  sheet: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  values: v.record(v.string(), AnyValue),
  reasons: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(MAX_REASON))), {}),
  via: v.optional(v.picklist(VIAS), 'person'),
  editors: v.optional(v.nullable(v.pipe(v.array(v.pipe(v.string(), v.maxLength(320))), v.maxLength(50))), null),
  sources: v.optional(v.record(v.string(), v.literal('formula')), {}),
});
/** A report as it is sent; `reasons`, `via`, `editors` and `sources` filled in where absent. */
export type PutReport = v.InferOutput<typeof PutReportSchema>;

/** The body of a return or an unlocking. */
export const ReasonSchema = v.strictObject({
  reason: v.pipe(v.string(), v.trim(), v.minLength(3), v.check(hasThreeSigns), v.maxLength(MAX_REASON)),
});

/** As JSON Schema counts, by code points: a flag is two signs in four code units, and says nothing. */
function hasThreeSigns(text: string): boolean {
  return [...text.slice(0, 6)].length >= 3;
}

/** The state of a report as a 412 or a replayed receipt names it. */
export const CurrentSchema = v.object({
  revision: Count,
  state: State,
  contentHash: HashSchema,
  by: v.string(),
  at: MomentSchema,
  values: v.record(v.string(), StoredValue),
});
/** What became of a report. */
export type Current = v.InferOutput<typeof CurrentSchema>;

/** The answer to a report that is stored, returned or accepted. */
export const ReceiptSchema = v.object({
  unit: v.string(),
  period: PeriodSchema,
  revision: Count,
  state: State,
  receivedAt: MomentSchema,
  by: v.string(),
  contentHash: HashSchema,
  replayed: v.boolean(),
  findings: v.array(FindingSchema),
  ledger: v.object({ index: Count, hash: HashSchema, signature: NullableText }),
  current: v.optional(CurrentSchema),
});
/** What the Worker answers for what is durably stored. `receivedAt` is ISO 8601 UTC. */
export type Receipt = v.InferOutput<typeof ReceiptSchema>;

/** The answer of `GET /api/reports/{unit}/{period}`. */
export const ReportSchema = v.object({
  unit: v.string(),
  period: PeriodSchema,
  revision: Count,
  state: State,
  sheet: v.string(),
  values: v.record(v.string(), StoredValue),
  reasons: v.record(v.string(), v.string()),
  contentHash: HashSchema,
  updatedAt: MomentSchema,
  updatedBy: v.string(),
  returnReason: NullableText,
  findings: v.array(FindingSchema),
});
/** A unit's current report of a period, with its findings as of now. */
export type Report = v.InferOutput<typeof ReportSchema>;

/** A page of a report's history, newest first; `next` is the revision to go on before, or null. */
export const HistorySchema = v.object({
  revisions: v.array(
    v.object({
      revision: Count,
      state: State,
      at: MomentSchema,
      by: v.string(),
      contentHash: HashSchema,
      reason: NullableText,
      changes: v.array(v.object({ input: v.string(), from: StoredValue, to: StoredValue })),
    }),
  ),
  next: v.nullable(Count),
});
/** A page of a report's history. */
export type History = v.InferOutput<typeof HistorySchema>;

export { VERDICTS };
/** A verdict, in the order in which the worst of a target counts. */
export type Verdict = (typeof VERDICTS)[number];

/** A figure in the indicator's own unit; boolean for a flag. */
const FigureValue = v.union([v.number(), v.boolean()]);
const VerdictSchema = v.picklist(VERDICTS);

/** One indicator in a summary. */
export const IndicatorResultSchema = v.object({
  id: v.string(),
  target: Count,
  unit: NullableText,
  value: v.nullable(FigureValue),
  provisional: v.nullable(FigureValue),
  verdict: VerdictSchema,
  goal: v.object({
    direction: v.picklist(['atLeast', 'atMost']),
    value: v.nullable(FigureValue),
    strict: v.boolean(),
    stretch: v.nullable(v.number()),
    horizon: v.picklist(['maintain', 'everyYear', 'byEnd', 'term']),
  }),
  expected: v.nullable(v.number()),
  baseline: v.nullable(v.object({ period: PeriodSchema, value: v.number() })),
  shortfall: v.nullable(v.number()),
  last: v.nullable(v.object({ period: PeriodSchema, value: FigureValue, verdict: VerdictSchema })),
  coverage: v.object({ have: v.array(v.string()), missing: v.array(v.string()), invalid: v.array(v.string()) }),
  parts: v.record(
    v.string(),
    v.object({
      value: v.nullable(FigureValue),
      numerator: v.optional(v.number()),
      denominator: v.optional(v.number()),
    }),
  ),
});
/** One indicator's figure and verdict in one period. Percentages are in percent points. */
export type IndicatorResult = v.InferOutput<typeof IndicatorResultSchema>;

/** One target in a summary. */
export const TargetResultSchema = v.object({ number: Count, verdict: VerdictSchema });
/** A target's verdict: its indicators' worst. */
export type TargetResult = v.InferOutput<typeof TargetResultSchema>;

/** One reporting unit in a summary. */
export const UnitStatusSchema = v.object({
  id: v.string(),
  name: v.string(),
  state: v.picklist(['none', ...REPORT_STATES]),
  revision: v.nullable(Count),
  updatedAt: v.nullable(MomentSchema),
  updatedBy: NullableText,
  errors: Count,
  warnings: Count,
});
/** How far a unit's report of the period is; `warnings` counts those without a reason. */
export type UnitStatus = v.InferOutput<typeof UnitStatusSchema>;

/** The answer of `GET /api/summary`. */
export const SummarySchema = v.object({
  resolution: v.object({ id: v.string(), version: Count }),
  period: PeriodSchema,
  locked: v.boolean(),
  ledger: v.object({ index: Count, hash: HashSchema }),
  units: v.array(UnitStatusSchema),
  indicators: v.array(IndicatorResultSchema),
  targets: v.array(TargetResultSchema),
});
/** The consolidated view of one period. */
export type Summary = v.InferOutput<typeof SummarySchema>;

/** Which reports count: every current one, or only accepted ones. */
export const BASES = ['latest', 'accepted'] as const;
/** Which reports count. */
export type Basis = (typeof BASES)[number];

/** The answer of `GET /api/me`; the role is null for a stranger. */
export const MeSchema = v.object({
  email: v.string(),
  role: v.nullable(v.picklist(ROLES)),
  units: v.array(v.string()),
});
/** Who is signed in. */
export type Me = v.InferOutput<typeof MeSchema>;

/** The body of `PUT /api/members/{email}`. */
export const PutMemberSchema = v.strictObject({
  role: v.picklist(ROLES),
  units: v.optional(v.array(v.string())),
  name: v.optional(v.pipe(v.string(), v.maxLength(200))),
});
/** One member, as answered. */
export const MemberSchema = v.object({
  email: v.string(),
  role: v.picklist(ROLES),
  units: v.array(v.string()),
  name: NullableText,
});
/** A member: who may what, for which units. */
export type Member = v.InferOutput<typeof MemberSchema>;

/** The body of `PUT /api/audiences/{aud}`. */
export const PutAudienceSchema = v.strictObject({ unit: v.string() });

/** What a live connection is told after each change. */
export const LiveMessageSchema = v.object({ type: v.literal('summary'), period: PeriodSchema, sequence: Count });
/** A change: which period, and the number of the ledger's entry that made it. */
export type LiveMessage = v.InferOutput<typeof LiveMessageSchema>;

/** RFC 9457 problem details, with what the case needs. `detail` is Vietnamese, for people. */
export const ProblemSchema = v.looseObject({
  type: v.string(),
  code: v.string(),
  title: v.string(),
  status: Count,
  detail: v.string(),
  findings: v.optional(v.array(FindingSchema)),
  current: v.optional(CurrentSchema),
  retryAfter: v.optional(v.number()),
});
/** Why a request was not served. */
export type Problem = v.InferOutput<typeof ProblemSchema>;
