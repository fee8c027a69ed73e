/** What becomes of a report that is sent: a pure function of the request and of what is stored, in the contract's order. */

import { findMalformed } from '../../shared/malformed.ts';
import type { Period } from '../../shared/periods.ts';
import { inputsOf, type Plan } from '../../shared/plan.ts';
import { judgeSubmission } from '../../shared/validate.ts';
import type { Reasons, Value, Values } from '../../shared/values.ts';
import type { Finding, PutReport } from '../../shared/wire.ts';
import { hashOfPresent } from '../canonical.ts';
import type { Revision } from '../store/revisions.ts';
import type { Binding } from '../store/settings.ts';
import { WORDS } from '../words.ts';
import { holds, type Precondition } from './precondition.ts';

export interface SentReport {
  readonly unit: string;
  readonly period: Period;
  readonly body: Omit<PutReport, 'values'>;
  /** As they arrived: what is malformed in them is a finding. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The ids that have a reason or a source, as they arrived. */
  readonly explained: readonly string[];
  readonly precondition: Precondition | null;
}

/** What is stored about the report's unit and period at this moment. */
export interface ReportSituation {
  readonly current: Revision | undefined;
  /** Read only where what stands does not answer. */
  readonly lastSent: () => Revision | undefined;
  readonly locked: boolean;
  readonly binding: Binding | undefined;
  /** The unit's current values of any other period. */
  readonly valuesOf: (period: Period) => Values | undefined;
}

export type ReportDecision =
  | { readonly kind: 'replay'; readonly revision: Revision; readonly current: Revision | null }
  | {
      readonly kind: 'refuse';
      readonly code: 'precondition-required' | 'locked' | 'sheet-mismatch' | 'accepted' | 'not-in-person';
    }
  | { readonly kind: 'conflict'; readonly current: Revision | undefined }
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'store';
      readonly revision: number;
      readonly content: ReportContent;
      readonly bindsSheet: boolean;
    };

export interface ReportContent {
  readonly values: Values;
  readonly reasons: Reasons;
  readonly contentHash: string;
}

export function decideReport(plan: Plan, sent: SentReport, now: ReportSituation): ReportDecision {
  const findings = refusedFindings(plan, sent);
  const content = findings.length === 0 ? contentOf(sent) : null;
  const replay = content === null ? null : replayOf(sent, content, now);
  if (replay !== null) return replay;
  if (sent.precondition === null) return { kind: 'refuse', code: 'precondition-required' };
  if (now.locked) return { kind: 'refuse', code: 'locked' };
  const conflict = conflictOf(sent, now);
  if (conflict !== null) return { kind: 'refuse', code: conflict };
  if (!holds(sent.precondition, now.current)) return { kind: 'conflict', current: now.current };
  if (content === null) return { kind: 'findings', findings };
  const standing = sent.body.state === 'submitted' ? submissionFindings(plan, sent, content, now) : [];
  if (standing.length > 0) return { kind: 'findings', findings: standing };
  return {
    kind: 'store',
    revision: (now.current?.revision ?? 0) + 1,
    content,
    bindsSheet: now.binding === undefined,
  };
}

/** A retry after a lost answer: the same as what stands, or as what was last sent and has since been returned or accepted. */
function replayOf(sent: SentReport, content: ReportContent, now: ReportSituation): ReportDecision | null {
  const { current } = now;
  if (current === undefined) return null;
  if (isSame(sent, content, current)) return { kind: 'replay', revision: current, current: null };
  if (sent.precondition === null || holds(sent.precondition, current)) return null;
  const lastSent = now.lastSent();
  if (lastSent === undefined || !isSame(sent, content, lastSent)) return null;
  return { kind: 'replay', revision: lastSent, current };
}

function isSame({ body }: SentReport, content: ReportContent, stored: Revision): boolean {
  return stored.contentHash === content.contentHash && stored.state === body.state && stored.sheet === body.sheet;
}

function conflictOf({ body }: SentReport, now: ReportSituation) {
  if (now.binding !== undefined && now.binding.sheet !== body.sheet) return 'sheet-mismatch';
  if (now.current?.state === 'accepted') return 'accepted';
  return body.state === 'submitted' && body.via !== 'person' ? 'not-in-person' : null;
}

function refusedFindings(plan: Plan, { unit, values, explained }: SentReport): Finding[] {
  const malformed = findMalformed(plan, unit, values);
  if (explained.length === 0) return malformed;
  const own = new Set(inputsOf(plan, unit).map((input) => input.id));
  const strange = explained.filter((input) => !own.has(input));
  return [
    ...malformed,
    ...strange.map((input) => ({
      input,
      severity: 'refused' as const,
      code: 'malformed' as const,
      message: WORDS.unknownReason(input),
    })),
  ];
}

/** Only for values that `findMalformed` has nothing against. */
function contentOf({ body, values }: SentReport): ReportContent {
  const present = presentIn(values);
  return { values: present, reasons: body.reasons, contentHash: hashOfPresent(present, body.reasons) };
}

/** Without those that are not there yet. */
function presentIn(values: Readonly<Record<string, unknown>>): Values {
  const present: [string, Value][] = [];
  for (const [id, value] of Object.entries(values)) {
    if (typeof value === 'number' || typeof value === 'boolean' || value === 'na') present.push([id, value]);
  }
  return Object.fromEntries(present);
}

function submissionFindings(plan: Plan, sent: SentReport, content: ReportContent, now: ReportSituation): Finding[] {
  const { unit, period } = sent;
  return judgeSubmission(plan, { unit, period, values: content.values, current: now.valuesOf }, content.reasons);
}
