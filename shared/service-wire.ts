/** The schemas of what is asked of the service around the reports: periods, units, audiences, the ledger, live tickets, health. */
import * as v from 'valibot';
import { BASES, HashSchema, MemberSchema, MomentSchema, PeriodSchema, ReasonSchema } from './wire.ts';

const Index = v.pipe(v.number(), v.integer(), v.minValue(0));
const NullableText = v.nullable(v.string());

/** The body of an acceptance: nothing. */
export const AcceptSchema = v.strictObject({});

/** The body of a lock; may be left out. */
export const LockBodySchema = v.partial(ReasonSchema);

/** The answer to a lock or its end; `by` and `at` are null where the period has never been locked. */
export const LockSchema = v.object({
  period: PeriodSchema,
  locked: v.boolean(),
  by: NullableText,
  at: v.nullable(MomentSchema),
});
/** Whether a period takes reports, and who said so when (ISO 8601 UTC). */
export type Lock = v.InferOutput<typeof LockSchema>;

/** Of the Party committee, or of the administration: each has its own form by rule. */
export const HEAD_KINDS = ['party', 'state'] as const;
/** Whose paper it is. */
export type HeadKind = (typeof HEAD_KINDS)[number];

const HeadLine = v.pipe(v.string(), v.maxLength(200));
/** The head of a printed report as the office sets it: whose paper it is, under whom, where, and who signs (a line each). */
export const HeadSettingSchema = v.object({
  kind: v.picklist(HEAD_KINDS),
  /** The body above; empty for none. */
  parent: HeadLine,
  /** The body that issues the paper. */
  body: HeadLine,
  place: HeadLine,
  signer: HeadLine,
});
/** A printed report's head. */
export type HeadSetting = v.InferOutput<typeof HeadSettingSchema>;

/** The answer of `POST /api/live/ticket`. */
export const TicketSchema = v.object({ ticket: v.string() });
/** Opens one live connection, once, within 30 seconds. */
export type Ticket = v.InferOutput<typeof TicketSchema>;

/** One line of the ledger; what it changes depends on its kind. */
export const LedgerEntrySchema = v.looseObject({
  index: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: MomentSchema,
  by: v.string(),
  kind: v.string(),
  previous: HashSchema,
  hash: HashSchema,
});

/** The answer of `GET /api/ledger/verify`. */
export const LedgerVerdictSchema = v.object({
  ok: v.boolean(),
  entries: Index,
  head: v.object({ index: Index, hash: HashSchema, signature: NullableText }),
  firstBad: v.optional(v.object({ index: Index, why: v.picklist(['form', 'index', 'previous', 'hash']) })),
});
/** Whether the chain holds from its first entry on; `firstBad` is there where it does not. */
export type LedgerVerdict = v.InferOutput<typeof LedgerVerdictSchema>;

/** The answer of `GET /api/members`. */
export const MembersSchema = v.object({ members: v.array(MemberSchema) });
/** Everybody who has a role. */
export type Members = v.InferOutput<typeof MembersSchema>;

/** The answer of `GET /api/units`. */
export const UnitsSchema = v.object({
  units: v.array(
    v.object({ id: v.string(), name: v.string(), sheet: NullableText, boundAt: v.nullable(MomentSchema) }),
  ),
});
/** The reporting units in the resolution's order, and the workbook that each is bound to. */
export type Units = v.InferOutput<typeof UnitsSchema>;

/** One workbook's audience, as answered. */
export const AudienceSchema = v.object({ audience: v.string(), unit: v.string() });
/** Which unit a workbook's script speaks for. */
export type Audience = v.InferOutput<typeof AudienceSchema>;

/** The answer of `GET /api/audiences`. */
export const AudiencesSchema = v.object({ audiences: v.array(AudienceSchema) });
/** Every registered audience. */
export type Audiences = v.InferOutput<typeof AudiencesSchema>;

/**
 * The head as it was at a moment. `signature` is of `headText`, base64url, and `publicKey` is the signing key's public half
 * as PEM; both null where the deployment has no key: such a checkpoint shows nothing to somebody who does not trust its source.
 */
export const CheckpointSchema = v.object({
  /** The resolution's id: which commune's ledger. */
  origin: v.string(),
  index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  hash: HashSchema,
  signature: v.nullable(v.string()),
  publicKey: v.nullable(v.string()),
  /** ISO 8601; not part of what is signed. The ledger's own entries say when they were made. */
  at: MomentSchema,
});

/** `revisions`: the stored report of entry `index` is not the one that the ledger tells of, or there are reports without an entry. */
export const CheckFaultSchema = v.variant('kind', [
  v.object({
    kind: v.literal('ledger'),
    index: v.number(),
    why: v.picklist(['form', 'index', 'previous', 'hash']),
  }),
  v.object({
    kind: v.literal('checkpoint'),
    index: v.number(),
    why: v.picklist(['shorter', 'rebuilt', 'signature']),
  }),
  v.object({ kind: v.literal('revisions'), index: v.nullable(v.number()) }),
  v.object({ kind: v.literal('consolidation'), period: PeriodSchema, basis: v.picklist(BASES) }),
  v.object({ kind: v.literal('unreadable') }),
]);

/** The answer of `POST /api/restore`. */
export const RestoredSchema = v.object({
  counts: v.record(v.string(), Index),
  root: HashSchema,
  ledger: v.object({ index: Index, hash: HashSchema, signature: NullableText }),
});
/** How many rows of each table were put in, the file's root hash over them, and the head of the ledger that is now here. */
export type Restored = v.InferOutput<typeof RestoredSchema>;

/** The answer of `GET /healthz`. `ok` is false, too, where the last nightly check found something. */
export const HealthSchema = v.object({
  ok: v.boolean(),
  version: v.string(),
  storage: v.literal('ok'),
  resolution: v.object({ id: v.string(), version: Index }),
  ledger: Index,
  lastCheck: v.nullable(v.object({ at: MomentSchema, ok: v.boolean(), what: v.array(CheckFaultSchema) })),
});
/** Up, with which resolution, how many entries the ledger has, and what the last night found (empty where all is well). */
export type Health = v.InferOutput<typeof HealthSchema>;
