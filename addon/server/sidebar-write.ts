/** What the sidebar writes: a value into its cell, a reason, a choice between two reports. Then the period is sent. */

import { malformedValue } from '../../shared/malformed.ts';
import type { Period } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { Value } from '../../shared/values.ts';
import type { CommitRequest, PulseAnswer, Selection, SidebarServer, WriteAnswer } from '../rpc.ts';
import { confirmed } from './kept.ts';
import { noteReadings } from './observe.ts';
import { cellOf, inputOf, type OpenPeriod, openPeriod, requireCell } from './open-period.ts';
import { changeOutbox, type Outbox } from './outbox.ts';
import { MAX_REASON, sameReasons } from './report-content.ts';
import { sendWaiting } from './send-waiting.ts';
import { pulseAnswer, selectionIn } from './sidebar-state.ts';
import { ACTION_WORDS } from './words.ts';
import { noteValues, putValues, type WrittenPeriod, writeValues } from './write-cells.ts';

/** Writes the value, and answers with it without reading the cell again: a formula beside it may not be computed yet. */
export function commitValue({ period, input, value }: CommitRequest): WriteAnswer {
  const open = openPeriod(period);
  const definition = inputOf(open.workbook, input);
  const malformed = malformedValue(definition, value);
  if (malformed !== null) throw new Error(malformed);
  requireCell(open, period, definition);
  const written = writeValues(open, period, [[definition, value]]);
  // Written by a person's own hand, the same value too is no longer one that was only kept.
  return answerWriting({ ...written, outbox: confirmInputs(written.outbox, period, [input]) }, period);
}

/** What is sent, and what can be taken back. */
export function answerWriting(written: WrittenPeriod, period: Period, left: readonly string[] = []): WriteAnswer {
  const { cells } = written;
  return { ...sendAndAnswer(written, period), writing: cells.length === 0 ? null : { period, cells }, left };
}

/** A person has looked at values that were kept, and they hold. */
export function confirmKept({ period, inputs }: Parameters<SidebarServer['sidebarConfirm']>[0]): PulseAnswer {
  const open = openPeriod(period);
  return answer({ ...open, outbox: confirmInputs(open.outbox, period, inputs) }, period);
}

export function confirmInputs(outbox: Outbox, period: Period, inputs: readonly string[]): Outbox {
  if (!inputs.some((input) => input in outbox.record(period).kept)) return outbox;
  const changed = changeOutbox((now) => {
    const record = now.record(period);
    return { records: { [period]: { ...record, kept: confirmed(record.kept, inputs) } } };
  });
  if (changed === false) throw new Error(ACTION_WORDS.busy);
  return changed;
}

export function storeReason({ period, input, reason }: Parameters<SidebarServer['sidebarReason']>[0]): PulseAnswer {
  const open = openPeriod(period);
  const { workbook, before, reading } = open;
  inputOf(workbook, input);
  const changed = changeOutbox((now) => {
    const record = now.record(period);
    const { [input]: _, ...others } = record.reasons;
    const text = reason.trim().slice(0, MAX_REASON);
    const reasons = text === '' ? others : { ...others, [input]: text };
    // A report without any value is none, whatever its reasons.
    const waiting = record.waiting || (record.values !== null && !sameReasons(reasons, record.sentReasons));
    return { records: { [period]: { ...record, reasons, waiting } } };
  });
  if (changed === false) throw new Error(ACTION_WORDS.busy);
  const { outbox } = noteReadings(workbook, before, reading, changed);
  return sendAndAnswer({ ...open, outbox }, period);
}

/** Takes the other report as the base, and for the inputs named its values into the sheet. */
export function settleConflict({ period, keep }: Parameters<SidebarServer['sidebarSettle']>[0]): PulseAnswer {
  const open = openPeriod(period);
  const { conflict } = open.outbox.record(period);
  if (conflict === null) return answer(open, period);
  const theirs = open.workbook.inputs
    .filter(({ id }) => keep[id] === 'theirs')
    .map((input): [InputDefinition, Value] => [input, conflict.values[input.id] ?? null]);
  for (const [input] of theirs) requireCell(open, period, input);
  const settled: { put?: ReturnType<typeof putValues> } = {};
  const changed = changeOutbox((now) => {
    const record = now.record(period);
    if (record.conflict === null) return null;
    // Before the conflict ends, so that a run that ends here leaves the choice to be made again.
    settled.put = putValues(open, period, theirs);
    const { revision, state, values } = record.conflict;
    const base = { ...record, revision, state, values, conflict: null, trouble: null, unanswered: [] };
    return { records: { [period]: base } };
  });
  if (changed === false) throw new Error(ACTION_WORDS.busy);
  const now = { ...open, outbox: changed };
  // Another person has settled it meanwhile: that choice is in the sheet and on its way.
  if (settled.put === undefined) return answer(now, period);
  return sendAndAnswer(noteValues(now, period, theirs, settled.put), period);
}

/** Forgets the notice; the receipts since then are what is remembered. */
export function forgetLedgerNotice({ period }: { readonly period: Period }): PulseAnswer {
  const open = openPeriod(period);
  const changed = changeOutbox(({ ledger }) => (ledger === null ? null : { ledger: { ...ledger, noticed: null } }));
  if (changed === false) throw new Error(ACTION_WORDS.busy);
  return answer({ ...open, outbox: changed }, period);
}

/** Puts the cursor into the input's cell. */
export function jumpTo(selection: Selection): PulseAnswer {
  const open = openPeriod(selection.period);
  const cell = cellOf(open, selection.period, selection.input);
  if (cell === null) return answer(open, selection.period);
  open.workbook.spreadsheet.setCurrentCell(cell);
  return { ...answer(open, selection.period), selection };
}

function sendAndAnswer(open: OpenPeriod, period: Period): PulseAnswer {
  const { workbook, outbox, reading } = open;
  const sending = { via: 'person', editors: null, urgent: false, submit: false } as const;
  const sent = sendWaiting(workbook, { reading, outbox }, sending, Object.keys(reading.periods).length);
  return answer({ ...open, outbox: sent.outbox }, period);
}

function answer({ workbook, outbox, reading }: OpenPeriod, period: Period): PulseAnswer {
  const selection = selectionIn(workbook, outbox);
  return pulseAnswer({ workbook, outbox, reading, period, seen: null, selection });
}
