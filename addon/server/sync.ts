/**
 * Sends a period's whole report, read afresh from the sheet, with the revision that it is based on. The document lock is held
 * for the claim and for the noting of the answer, never while the network is asked.
 */

import type { Period } from '../../shared/periods.ts';
import type { Plan } from '../../shared/plan.ts';
import type { Finding, Via } from '../../shared/wire.ts';
import type { PeriodReadings } from '../rpc.ts';
import { adopt } from './adopt.ts';
import { accountOfRun, identityToken } from './identity.ts';
import { awaitsLateAlone, isToBeAskedFor, lateAfterClaim, lateAfterGivingUp } from './late-tries.ts';
import { remembered } from './ledger-memory.ts';
import { isAsNoted } from './observe.ts';
import { changeOutbox, type Outbox, type OutboxChange } from './outbox.ts';
import { nextAt, SENDING, spentAfter } from './ration.ts';
import type { LineTrouble, PeriodRecord } from './records.ts';
import { contentDigest, contentOf, differsFromAcknowledged, presentValues, sameValues } from './report-content.ts';
import { type Attempt, type Clock, lineTrouble, type Patch, settle } from './settle.ts';
import { ACTION_WORDS, TROUBLE_WORDS } from './words.ts';
import type { Workbook } from './workbook.ts';
import { type Answer, askWorker } from './worker-client.ts';

/** A claim outlives one request (60 s at most), so that a run that was killed does not block for long. */
const CLAIM_MS = 90_000;
/** First try, rebase, and one more for a race with another run. */
const MAX_TRIES = 3;
/** Unanswered tries that are remembered to know our own again. */
const MAX_UNANSWERED = 4;

/** How a run sends: in whose way, and whether a person asked for it just now. */
export interface Sending {
  readonly via: Via;
  readonly editors: readonly string[] | null;
  /** A person's own wish: the back-off is not waited for. */
  readonly urgent: boolean;
  readonly submit: boolean;
}

/** `stopped`: nothing else can be sent in this run either. `after` is the memory as this run has left it; null where it wrote nothing. */
export type SendOutcome =
  | { readonly kind: 'stored'; readonly after: Outbox }
  | { readonly kind: 'nothing'; readonly after: Outbox | null }
  | ({ readonly kind: 'blocked'; readonly after: Outbox | null } & Refusal)
  | ({ readonly kind: 'stopped'; readonly after: Outbox | null } & Refusal);

const NOTHING = { kind: 'nothing', after: null } as const;

/** Why it was not stored, for the person, and what the Worker found. */
export interface Refusal {
  readonly message: string;
  readonly findings: readonly Finding[];
}

/** What became of sending a period; `asked`: it was more than remembered, and took a request's time. */
type Sent = SendOutcome & { readonly asked: boolean };

/** What is to be written down together with the claim: what the reading of the sheet means for the memory as it is then. */
export type Notes = (now: Outbox) => OutboxChange | null;

export function sendPeriod(
  workbook: Workbook,
  period: Period,
  readings: PeriodReadings,
  sending: Sending,
  seen: Outbox,
  notes: Notes = () => null,
): Sent {
  const account = accountOfRun();
  const record = seen.record(period);
  const content = contentOf(workbook.inputs, readings, record.reasons);
  // What need not be sent, or may not yet, is known without the lock; what is to be sent is decided again under it.
  const now = Date.now();
  const first = mayBeSent(record, seen.line, content, sending, account, now);
  if (first.kind !== 'send') {
    const isDue = awaitsLateAlone(record) && isToBeAskedFor(record, now);
    const mayAsk = isDue && !lineHolds(seen.line, sending, account, now);
    return mayAsk
      ? askForLate({ workbook, period, sending, account }, readings, seen, notes)
      : { ...first, asked: false };
  }
  if (mustWait(workbook, seen, sending)) return { ...NOTHING, asked: false };
  return { ...sendDue({ workbook, period, sending, account }, readings, notes), asked: true };
}

/** A try that was never answered may have arrived: what is there now is what the sheet is held against. */
function askForLate(due: Due, readings: PeriodReadings, seen: Outbox, notes: Notes): Sent {
  const { workbook, period, sending, account } = due;
  const token = identityToken();
  const after = token === null ? null : readBack(workbook, period, token.token);
  if (after === null) {
    const failures = seen.line?.failures ?? 0;
    const line = lineTrouble('unreachable', TROUBLE_WORDS.unreachable, failures, account, clock());
    return { ...stop(period, line), asked: true };
  }
  const sent = sendPeriod(workbook, period, readings, sending, after, notes);
  return { ...(sent.kind === 'nothing' ? { ...sent, after: sent.after ?? after } : sent), asked: true };
}

type Due = Pick<Exchange, 'workbook' | 'period' | 'sending' | 'account'>;

function sendDue(due: Due, readings: PeriodReadings, notes: Notes): SendOutcome {
  const { period, account } = due;
  const claimed = claim(due, readings, notes);
  if (claimed.kind !== 'claimed') return claimed;
  const token = identityToken();
  if (token === null) return stop(period, lineTrouble('no-token', TROUBLE_WORDS.noToken, 0, account, clock()));
  return exchange({ ...due, token: token.token, attempt: claimed.attempt }, claimed.now);
}

/** When the workbook may send again by itself, milliseconds; in the past where it may now. */
export function nextTurn({ plan }: Workbook, outbox: Outbox): number {
  return nextAt(SENDING, spentUntil(plan, outbox));
}

function spentUntil(plan: Plan, outbox: Outbox): number {
  return Math.max(...plan.periods.map((period) => outbox.record(period).spentUntil));
}

/** A person's own wish goes at once. */
function mustWait(workbook: Workbook, outbox: Outbox, { urgent, submit }: Sending): boolean {
  return !urgent && !submit && Date.now() < nextTurn(workbook, outbox);
}

interface Exchange {
  readonly workbook: Workbook;
  readonly period: Period;
  readonly sending: Sending;
  readonly account: string;
  readonly token: string;
  readonly attempt: Attempt;
}

function exchange(exchange: Exchange, first: Outbox): SendOutcome {
  const { workbook, period, attempt, account, token } = exchange;
  let now = first;
  for (let tries = 1; tries <= MAX_TRIES; tries++) {
    const record = now.record(period);
    const settled = settle(record, attempt, putReport(exchange, record), now.line, account, clock());
    if (settled.next === 'line') return stop(period, settled.line);
    const before = now.ledger;
    const again = settled.next === 'again' || settled.next === 'ask';
    const patch = again ? (record: PeriodRecord) => stillClaimed(settled.patch(record)) : settled.patch;
    const patched = note(period, patch, (at) =>
      settled.next === 'stored' ? { ledger: remembered(before, at.ledger, settled.receipt, isoNow()) } : {},
    );
    if (patched === false) return blocked(ACTION_WORDS.busy);
    if (settled.next === 'stored') return { kind: 'stored', after: patched };
    if (settled.next === 'period') {
      return { kind: 'blocked', message: settled.message, findings: settled.findings, after: patched };
    }
    now = patched;
    if (settled.next === 'ask') now = readBack(workbook, period, token) ?? now;
    if (now.record(period).conflict !== null) break;
  }
  const left = note(period, (record) => ({ ...record, claim: null })) || now;
  return blocked(left.record(period).trouble?.message ?? ACTION_WORDS.busy, left);
}

type Claiming = SendOutcome | { readonly kind: 'claimed'; readonly attempt: Attempt; readonly now: Outbox };

/** Decides under the lock whether this run sends, and writes down what it is about to send. */
function claim({ workbook, period, sending, account }: Due, readings: PeriodReadings, notes: Notes): Claiming {
  const at = clock();
  const found: { outcome: SendOutcome; attempt?: Attempt } = { outcome: blocked(ACTION_WORDS.otherRun) };
  const now = changeOutbox((outbox) => {
    const noted = notes(outbox);
    const record = noted?.records?.[period] ?? outbox.record(period);
    // Another run has read the sheet since: what this one has read may be older, and would take back what was sent.
    if (!isAsNoted(record, readings)) return null;
    const content = contentOf(workbook.inputs, readings, record.reasons);
    const decision = mayBeSent(record, outbox.line, content, sending, account, at.now);
    if (decision.kind !== 'send' || mustWait(workbook, outbox, sending)) {
      found.outcome = decision.kind === 'send' ? NOTHING : decision;
      return null;
    }
    found.attempt = { content, state: decision.state, read: record.digest };
    const spent = spentAfter(SENDING, spentUntil(workbook.plan, outbox), at.now);
    const claimed = { ...claimedRecord(record, found.attempt, account, at), spentUntil: spent };
    return { ...noted, records: { ...noted?.records, [period]: claimed }, passing: true };
  });
  return now === false || found.attempt === undefined
    ? found.outcome
    : { kind: 'claimed', attempt: found.attempt, now };
}

function claimedRecord(record: PeriodRecord, attempt: Attempt, account: string, at: Clock): PeriodRecord {
  const values = presentValues(attempt.content.values);
  const others = record.unanswered.filter((earlier) => !sameValues(earlier, values));
  return {
    ...record,
    unanswered: [...others, values].slice(-MAX_UNANSWERED),
    ...lateAfterClaim(record),
    submitting: attempt.state === 'submitted' ? { account, content: contentDigest(attempt.content) } : null,
    claim: { run: `${at.now}-${at.chance}`, until: at.now + CLAIM_MS },
  };
}

/** The claim outlives the next request too. */
function stillClaimed(record: PeriodRecord): PeriodRecord {
  return record.claim === null ? record : { ...record, claim: { ...record.claim, until: Date.now() + CLAIM_MS } };
}

type Decision = SendOutcome | { readonly kind: 'send'; readonly state: Attempt['state'] };

/** Whether a period is to be sent now, and as what. Pure but for what it is given. */
export function mayBeSent(
  record: PeriodRecord,
  line: LineTrouble | null,
  content: Attempt['content'],
  sending: Sending,
  account: string,
  now: number,
): Decision {
  if (record.claim !== null && record.claim.until > now) return blocked(ACTION_WORDS.otherRun);
  const { trouble } = record;
  if (trouble?.code === 'layout' || record.conflict !== null)
    return blocked(trouble?.message ?? ACTION_WORDS.conflictFirst);
  const pending = record.submitting !== null && record.submitting.content === contentDigest(content);
  if (!sending.submit && !pending && !differsFromAcknowledged(content, record)) {
    return record.late.length > 0 ? blocked(TROUBLE_WORDS.late) : NOTHING;
  }
  if (lineHolds(line, sending, account, now)) return stopped(line?.message ?? '', null);
  if (trouble !== null && !sending.urgent && troubleHolds(trouble, content, now)) return blocked(trouble.message);
  if (sending.submit) return { kind: 'send', state: 'submitted' };
  if (!pending) return { kind: 'send', state: 'draft' };
  // The submission may have arrived: a draft of the same content would take it back, and only its person may repeat it.
  const own = sending.via === 'person' && record.submitting?.account === account;
  return own ? { kind: 'send', state: 'submitted' } : blocked(TROUBLE_WORDS.notInPerson);
}

/** What one account may not, another may; what the network does not, it does for nobody. */
function lineHolds(line: LineTrouble | null, sending: Sending, account: string, now: number): boolean {
  if (line === null || line.retryAt <= now) return false;
  if (line.code === 'too-many') return true;
  if (sending.urgent) return false;
  return line.account === account || line.code === 'unreachable' || line.code === 'unavailable';
}

function troubleHolds(
  trouble: NonNullable<PeriodRecord['trouble']>,
  content: Attempt['content'],
  now: number,
): boolean {
  if (trouble.retryAt !== null) return trouble.retryAt > now;
  return trouble.content === contentDigest(content);
}

function putReport({ workbook, period, sending, token, attempt }: Exchange, record: PeriodRecord): Answer {
  const { content, state } = attempt;
  const base: Record<string, string> =
    record.revision === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${record.revision}"` };
  const editors = sending.editors === null ? null : [...sending.editors];
  return askWorker({
    method: 'put',
    path: reportPath(workbook, period),
    token,
    headers: base,
    body: { state, sheet: workbook.id, ...content, via: sending.via, editors },
  });
}

/** Asks the Worker what became of the period's report (returned, accepted, somebody else's) and notes it. */
export function readBack(workbook: Workbook, period: Period, token: string): Outbox | null {
  const askedAt = Date.now();
  const answer = askWorker({ method: 'get', path: reportPath(workbook, period), token });
  if (answer.kind === 'unreachable') return null;
  // Whose report it is, is decided on what is remembered now: another run may have sent it while this one asked.
  const changed = changeOutbox((now) => {
    const patch = adopt(now.record(period), answer, workbook.id, askedAt);
    return patch === null ? null : noted(now, period, patch);
  });
  return changed || null;
}

/** Where the Worker has a period's report. */
export function reportPath(workbook: Workbook, period: Period): string {
  return `/api/reports/${encodeURIComponent(workbook.book.unit)}/${period}`;
}

/** Notes an answer. */
function note(period: Period, patch: Patch, more: (now: Outbox) => OutboxChange = () => ({})): Outbox | false {
  return changeOutbox((now) => ({ ...more(now), ...noted(now, period, patch) }));
}

/** An answer that came at all also ends the trouble of the line. */
function noted(now: Outbox, period: Period, patch: Patch): OutboxChange {
  return { records: { [period]: patch(now.record(period)) }, ...(now.line === null ? {} : { line: null }) };
}

function stop(period: Period, line: LineTrouble): SendOutcome {
  const given = { ...lateAfterGivingUp(Date.now()), claim: null };
  const after = changeOutbox((now) => ({ line, records: { [period]: { ...now.record(period), ...given } } }));
  return stopped(line.message, after || null);
}

function blocked(message: string, after: Outbox | null = null): SendOutcome {
  return { kind: 'blocked', message, findings: [], after };
}

function stopped(message: string, after: Outbox | null): SendOutcome {
  return { kind: 'stopped', message, findings: [], after };
}

function isoNow(): string {
  return new Date(Date.now()).toISOString();
}

function clock(): Clock {
  return { now: Date.now(), chance: Math.random() };
}
