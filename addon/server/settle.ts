/**
 * What an answer of the Worker to a report means for the period's record and for the line. Pure: no answer is ever lost on a
 * lock or a service call in between, and every status of the contract has its case here.
 */
import * as v from 'valibot';
import type { Reasons } from '../../shared/values.ts';
import {
  type Current,
  type Finding,
  type Problem,
  ProblemSchema,
  type Receipt,
  ReceiptSchema,
} from '../../shared/wire.ts';
import { backoffMs } from './backoff.ts';
import { lateAfterReceipt } from './late-tries.ts';
import type { LineTrouble, PeriodRecord, PeriodTrouble } from './records.ts';
import {
  contentDigest,
  differingInputs,
  presentValues,
  type ReportContent,
  sameReasons,
  sameValues,
} from './report-content.ts';
import { TROUBLE_WORDS } from './words.ts';
import type { Answer } from './worker-client.ts';

/** A refusal by the state of things (locked, accepted, another sheet) is tried again after this, unless asked for before. */
const SLOW_RETRY_MS = 10 * 60_000;

/** Without a `Retry-After`. */
const TOO_MANY_MS = 10_000;

export interface Attempt {
  readonly content: ReportContent;
  readonly state: 'draft' | 'submitted';
  /** The record's digest of the readings that the content is from. */
  readonly read?: string;
}

export interface Clock {
  /** Milliseconds. */
  readonly now: number;
  /** Random, in [0, 1). */
  readonly chance: number;
}

/**
 * `stored`: it is durably stored. `again`: send at once on the new base. `ask`: the report itself must be read first.
 * `period`: this period is in trouble, the others go on. `line`: nothing more can be sent in this run.
 */
export type Settled =
  | { readonly next: 'stored'; readonly patch: Patch; readonly receipt: Receipt }
  | { readonly next: 'again' | 'ask'; readonly patch: Patch }
  | { readonly next: 'period'; readonly patch: Patch; readonly findings: readonly Finding[]; readonly message: string }
  | { readonly next: 'line'; readonly line: LineTrouble };

/** Applied to the record as it is when the answer is noted: reasons may have been added meanwhile. */
export type Patch = (record: PeriodRecord) => PeriodRecord;

export function settle(
  record: PeriodRecord,
  attempt: Attempt,
  answer: Answer,
  line: Pick<LineTrouble, 'failures'> | null,
  account: string,
  clock: Clock,
): Settled {
  const failed = (code: string, message: string, waitMs?: number): Settled => ({
    next: 'line',
    line: lineTrouble(code, message, line?.failures ?? 0, account, clock, waitMs),
  });
  if (answer.kind === 'unreachable') return failed('unreachable', TROUBLE_WORDS.unreachable);
  const { status } = answer;
  if (status === 200 || status === 201) {
    const receipt = v.safeParse(ReceiptSchema, answer.body);
    // A page of some hotel's network is no receipt.
    if (!receipt.success) return failed('bad-answer', TROUBLE_WORDS.badAnswer);
    const { output } = receipt;
    return { next: 'stored', receipt: output, patch: (now) => acknowledged(now, attempt, output, clock.now) };
  }
  const parsed = v.safeParse(ProblemSchema, answer.body);
  const problem = parsed.success ? parsed.output : null;
  if (status === 412 && problem?.current !== undefined)
    return settlePrecondition(record, attempt, problem.current, clock);
  if (status === 429) return failed('too-many', TROUBLE_WORDS.tooMany, retryAfterMs(answer.headers, problem));
  if (status === 401 && problem?.code === 'unknown-audience')
    return failed('unknown-audience', TROUBLE_WORDS.unknownAudience);
  if (status === 401) return failed('unauthorised', TROUBLE_WORDS.unauthorised);
  if (status === 403) return failed('forbidden', TROUBLE_WORDS.forbidden);
  if (status === 409 && problem?.code === 'sheet-mismatch')
    return failed('sheet-mismatch', TROUBLE_WORDS.sheetMismatch, SLOW_RETRY_MS);
  if (problem === null || status >= 500) return failed(...serverTrouble(status));
  return settleRefusal(attempt, status, problem, clock);
}

function serverTrouble(status: number): [string, string] {
  return status === 503 ? ['unavailable', TROUBLE_WORDS.unavailable] : ['bad-answer', TROUBLE_WORDS.badAnswer];
}

export function lineTrouble(
  code: string,
  message: string,
  failuresBefore: number,
  account: string,
  clock: Clock,
  waitMs?: number,
): LineTrouble {
  const failures = failuresBefore + 1;
  const wait = waitMs ?? backoffMs(failures, clock.chance);
  return { code, message, failures, account, retryAt: clock.now + wait };
}

function acknowledged(
  record: PeriodRecord,
  { content, read = record.digest }: Attempt,
  receipt: Receipt,
  at: number,
): PeriodRecord {
  // A replay may answer for a report that was accepted or returned since.
  const now = receipt.current ?? receipt;
  const sent = { values: content.values, sentReasons: content.reasons };
  const late = lateAfterReceipt(record, content.values, now.revision, at);
  return {
    ...record,
    revision: now.revision,
    state: now.state,
    savedAt: receipt.receivedAt,
    values: presentValues(content.values),
    sentReasons: { ...content.reasons },
    // What the reviewer wrote is still to be done while a person works on it.
    returnReason: now.state === 'draft' ? record.returnReason : null,
    unanswered: [],
    late,
    trouble: null,
    conflict: null,
    submitting: null,
    // What another run has read meanwhile is not what was sent.
    waiting: late.length > 0 || record.digest !== read || !sameReasons(trimmed(record.reasons), content.reasons),
    differing: differingInputs({ values: content.values, reasons: trimmed(record.reasons) }, sent),
    claim: null,
  };
}

/** The base has moved on. If what is there is ours, all is well: send again on it. Else a person must choose. */
function settlePrecondition(record: PeriodRecord, attempt: Attempt, current: Current, clock: Clock): Settled {
  const ours = [record.values ?? {}, ...record.unanswered, ...record.late, attempt.content.values];
  const known = record.values !== null || record.unanswered.length > 1;
  if (current.revision === record.revision || ours.some((values) => sameValues(values, current.values))) {
    return { next: 'again', patch: (now) => ({ ...now, revision: current.revision, state: current.state }) };
  }
  // After lost properties nothing tells whose the report is: the report itself names its sheet.
  if (!known) return { next: 'ask', patch: (now) => now };
  const found = new Date(clock.now).toISOString();
  return { next: 'period', ...conflictOf({ ...current, at: current.at || found }) };
}

export function conflictOf(current: Pick<Current, 'revision' | 'state' | 'by' | 'at' | 'values'>) {
  const { revision, state, by, at } = current;
  const message = TROUBLE_WORDS.conflict(by);
  const patch: Patch = (now) => ({
    ...now,
    conflict: { revision, state, by, at, values: presentValues(current.values) },
    trouble: { code: 'conflict', message, retryAt: null, content: null },
    // Theirs is another base than the one that such a try was for.
    late: [],
    submitting: null,
    claim: null,
  });
  return { patch, findings: [], message };
}

function settleRefusal(attempt: Attempt, status: number, problem: Problem, clock: Clock): Settled {
  const slow = (code: string, message: string): PeriodTrouble => ({
    code,
    message,
    retryAt: clock.now + SLOW_RETRY_MS,
    content: null,
  });
  const findings = problem.findings ?? [];
  const trouble =
    status === 423
      ? slow('locked', TROUBLE_WORDS.locked)
      : problem.code === 'accepted'
        ? slow('accepted', TROUBLE_WORDS.accepted)
        : problem.code === 'not-in-person'
          ? slow('not-in-person', TROUBLE_WORDS.notInPerson)
          : refusedContent(attempt, status, problem);
  return {
    next: 'period',
    findings,
    message: trouble.message,
    patch: (now) => ({
      ...now,
      trouble,
      ...(problem.code === 'accepted' ? { state: 'accepted' as const } : {}),
      submitting: null,
      claim: null,
    }),
  };
}

/** The same content would be refused again: it waits until the content is another one. */
function refusedContent({ content }: Attempt, status: number, problem: Problem): PeriodTrouble {
  const message = status === 422 ? TROUBLE_WORDS.refused : TROUBLE_WORDS.other(status, problem.detail);
  return { code: problem.code, message, retryAt: null, content: contentDigest(content) };
}

function retryAfterMs(headers: Readonly<Record<string, string>>, problem: Problem | null): number {
  const seconds = problem?.retryAfter ?? Number(headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : TOO_MANY_MS;
}

function trimmed(reasons: Reasons): Reasons {
  return Object.fromEntries(
    Object.entries(reasons)
      .map(([input, reason]) => [input, reason.trim()] as const)
      .filter(([, reason]) => reason !== ''),
  );
}
