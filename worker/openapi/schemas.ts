/** The document's schemas: the very ones that requests are checked by and answers are typed by, under the names that clients see. */
import { toJsonSchemaDefs } from '@valibot/to-json-schema';
import * as service from '../../shared/service-wire.ts';
import * as wire from '../../shared/wire.ts';
import { DESCRIPTIONS } from './descriptions.ts';

/** Every schema with a name of its own. A line here makes one available to operations. */
export const SCHEMAS = {
  Period: wire.PeriodSchema,
  Moment: wire.MomentSchema,
  Hash: wire.HashSchema,
  Finding: wire.FindingSchema,
  Current: wire.CurrentSchema,
  Problem: wire.ProblemSchema,
  PutReport: wire.PutReportSchema,
  Reason: wire.ReasonSchema,
  Accept: service.AcceptSchema,
  Receipt: wire.ReceiptSchema,
  Report: wire.ReportSchema,
  History: wire.HistorySchema,
  LockBody: service.LockBodySchema,
  Lock: service.LockSchema,
  IndicatorResult: wire.IndicatorResultSchema,
  TargetResult: wire.TargetResultSchema,
  UnitStatus: wire.UnitStatusSchema,
  Summary: wire.SummarySchema,
  Ticket: service.TicketSchema,
  LedgerEntry: service.LedgerEntrySchema,
  LedgerVerdict: service.LedgerVerdictSchema,
  Me: wire.MeSchema,
  PutMember: wire.PutMemberSchema,
  Member: wire.MemberSchema,
  Members: service.MembersSchema,
  Units: service.UnitsSchema,
  PutAudience: wire.PutAudienceSchema,
  Audience: service.AudienceSchema,
  Audiences: service.AudiencesSchema,
  Checkpoint: service.CheckpointSchema,
  Restored: service.RestoredSchema,
  CheckFault: service.CheckFaultSchema,
  Health: service.HealthSchema,
} as const;

export type SchemaName = keyof typeof SCHEMAS;

export type JsonSchema = Readonly<Record<string, unknown>>;

export function refTo(name: SchemaName): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** All of them as JSON Schema 2020-12, each referring to the others by name. Shapes are those that are sent, before defaults fill in. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  const schemas = toJsonSchemaDefs(SCHEMAS, {
    target: 'draft-2020-12',
    typeMode: 'input',
    // Blanks around a reason do not count towards its length, which no JSON Schema can say; that its length is of signs, it says already.
    ignoreActions: ['trim', 'check'],
    overrideSchema: ({ valibotSchema }) => TEXTS.get(valibotSchema),
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, { description: DESCRIPTIONS[name], ...schema }]),
  );
}

interface TextForm {
  readonly type: 'string';
  readonly pattern?: string;
  readonly format?: string;
}

/** Texts whose form their schema leaves to a function, or to whoever writes them. */
const TEXTS = new Map<unknown, TextForm>([
  [wire.PeriodSchema, { type: 'string', pattern: '^[1-9]\\d{3}-Q[1-4]$' }],
  [wire.MomentSchema, { type: 'string', format: 'date-time' }],
  [wire.HashSchema, { type: 'string', pattern: '^[0-9a-f]{64}$' }],
]);
