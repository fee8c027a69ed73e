/**
 * The submission: the whole sheet read afresh, the period judged here as the Worker will judge it, sent in the person's own run, and what
 * was stored compared with what was read.
 */

import type { Period } from '../../shared/periods.ts';
import { judgeSubmission } from '../../shared/validate.ts';
import type { SubmitAnswer, SubmitRequest } from '../rpc.ts';
import type { BookReading } from './book-reader.ts';
import { lastCheck } from './last-check.ts';
import { loadOutbox, type Outbox } from './outbox.ts';
import { contentOf } from './report-content.ts';
import { readAndNote } from './send-waiting.ts';
import { NOTHING_OPEN, pulseAnswer, readingsOf, selectionIn } from './sidebar-state.ts';
import { confirmInputs } from './sidebar-write.ts';
import { type Refusal, type SendOutcome, sendPeriod } from './sync.ts';
import { ACTION_WORDS, COPY_WORDS } from './words.ts';
import { openWorkbook, tabsOf, type Workbook } from './workbook.ts';

export function submitPeriod({ period, confirm }: SubmitRequest): SubmitAnswer {
  const opening = openWorkbook();
  if (opening?.kind !== 'open') return notOpen(ACTION_WORDS.notSetUp);
  const { workbook } = opening;
  if (tabsOf(workbook, period).length === 0) return notOpen(ACTION_WORDS.unboundPeriod);
  const { reading, outbox } = readAndNote(workbook, opening.outbox, workbook.tabs);
  const refusal =
    whatStandsInTheWay(workbook, outbox, reading, period) ??
    unconfirmed(outbox, period, confirm) ??
    send(workbook, confirmInputs(outbox, period, confirm), reading, period);
  const now = loadOutbox();
  const selection = selectionIn(workbook, now);
  const pulse = pulseAnswer({ workbook, outbox: now, reading, period, seen: null, selection });
  if (refusal !== null) return { ok: false, ...refusal, pulse };
  return { ok: true, check: lastCheck(workbook, now, reading, period), pulse };
}

/** Nobody submits a number that was only kept: each must have been looked at, here or before. */
function unconfirmed(outbox: Outbox, period: Period, confirm: readonly string[]): Refusal | null {
  const left = Object.keys(outbox.record(period).kept).filter((input) => !confirm.includes(input)).length;
  return left === 0 ? null : { message: ACTION_WORDS.unconfirmed(left), findings: [] };
}

function whatStandsInTheWay(workbook: Workbook, outbox: Outbox, reading: BookReading, period: Period): Refusal | null {
  if (workbook.copyOf !== null) return { message: COPY_WORDS.copy, findings: [] };
  const record = outbox.record(period);
  if (record.trouble?.code === 'layout') return { message: record.trouble.message, findings: [] };
  if (record.conflict !== null) return { message: ACTION_WORDS.conflictFirst, findings: [] };
  const cells = readingsOf(reading, period) ?? {};
  const unsendable = Object.values(cells).filter((cell) => cell.status === 'unsendable').length;
  if (unsendable > 0) return { message: ACTION_WORDS.unsendable(unsendable), findings: [] };
  const { values, reasons } = contentOf(workbook.inputs, cells, record.reasons);
  const current = (other: Period) => outbox.record(other).values ?? undefined;
  const findings = judgeSubmission(workbook.plan, { unit: workbook.book.unit, period, values, current }, reasons);
  return findings.length === 0 ? null : { message: ACTION_WORDS.standsInTheWay(findings.length), findings };
}

function send(workbook: Workbook, outbox: Outbox, reading: BookReading, period: Period): Refusal | null {
  const sending = { via: 'person', editors: null, urgent: true, submit: true } as const;
  const outcome = sendPeriod(workbook, period, readingsOf(reading, period) ?? {}, sending, outbox);
  return refusalOf(outcome);
}

function refusalOf(outcome: SendOutcome): Refusal | null {
  if (outcome.kind === 'stored' || outcome.kind === 'nothing') return null;
  const { message, findings } = outcome;
  return { message: outcome.kind === 'stopped' ? ACTION_WORDS.notSubmitted(message) : message, findings };
}

function notOpen(message: string): SubmitAnswer {
  return { ok: false, message, findings: [], pulse: NOTHING_OPEN };
}
