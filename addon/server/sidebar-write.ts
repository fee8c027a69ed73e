/** What the sidebar writes: a value into its cell, a reason, a choice between two reports. Then the period is sent. */

import { malformedValue } from '../../shared/malformed.ts';
import type { Period } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { Value } from '../../shared/values.ts';
import type { CommitRequest, PulseAnswer, Selection, SidebarServer, WriteAnswer } from '../rpc.ts';
import { confirmed } from './kept.ts';
import { fits, REASONS_BYTES } from './memory-size.ts';
import { isAsNoted, observed } from './observe.ts';
import { cellOf, inputOf, knownIn, type OpenPeriod, openPeriod, requireCell } from './open-period.ts';
import { changeOutbox, markPeriods, type Outbox, withChange } from './outbox.ts';
import { MAX_REASON, sameReasons } from './report-content.ts';
import { sendWaiting } from './send-waiting.ts';
import { pulseAnswer, selectionIn } from './sidebar-state.ts';
import { ACTION_WORDS } from './words.ts';
import { knowValues, putValues, type WrittenPeriod, writeValues } from './write-cells.ts';

/** Writes the value, and answers with it without reading the cell again: a formula beside it may not be computed yet. */
export function commitValue({ period, input, value }: CommitRequest): WriteAnswer {
  const open = openPeriod(period);
  const definition = inputOf(open.workbook, input);
  const malformed = malformedValue(definition, value);
  if (malformed !== null) throw new Error(malformed);
  requireCell(open, period, definition);
  const written = writeValues(open, period, [[definition, value]]);
  // Written by a person's own hand, the same value too is no longer one that was only kept.
  return answerWriting({ ...written, known: confirmInputs(knownIn(written), period, [input]) }, period);
}

/** What is sent, and what can be taken back. */
export function answerWriting(written: WrittenPeriod, period: Period, left: readonly string[] = []): WriteAnswer {
  const { cells } = written;
  return { ...sendAndAnswer(written, period), writing: cells.length === 0 ? null : { period, cells }, left };
}

/** A person has looked at values that were kept, and they hold. */
export function confirmKept({ period, inputs }: Parameters<SidebarServer['sidebarConfirm']>[0]): PulseAnswer {
  const open = openPeriod(period);
  return answer({ ...open, known: confirmInputs(open.outbox, period, inputs) }, period);
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
  inputOf(open.workbook, input);
  const found = { full: false };
  const changed = changeOutbox((now) => {
    const record = now.record(period);
    const { [input]: before = '', ...others } = record.reasons;
    const text = reason.trim().slice(0, MAX_REASON);
    const reasons = text === '' ? others : { ...others, [input]: text };
    // A report without any value is none, whatever its reasons.
    const waiting = record.waiting || (record.values !== null && !sameReasons(reasons, record.sentReasons));
    const change = { records: { [period]: { ...record, reasons, waiting } } };
    found.full = text.length > before.length && !fits(withChange(now, change).snapshot, REASONS_BYTES);
    return found.full ? null : change;
  });
  if (changed === false) throw new Error(ACTION_WORDS.busy);
  if (found.full) throw new Error(ACTION_WORDS.reasonsFull);
  return sendAndAnswer({ ...open, known: changed }, period);
}

/** Takes the other report as the base, and for the inputs named its values into the sheet. */
export function settleConflict({ period, revision, keep }: Parameters<SidebarServer['sidebarSettle']>[0]): PulseAnswer {
  const open = openPeriod(period);
  const { conflict } = open.outbox.record(period);
  // A choice that was made before another report came is none about it.
  if (conflict?.revision !== revision) return answer(open, period);
  const theirs = open.workbook.inputs
    .filter(({ id }) => keep[id] === 'theirs')
    .map((input): [InputDefinition, Value] => [input, conflict.values[input.id] ?? null]);
  for (const [input] of theirs) requireCell(open, period, input);
  const settled: { put?: ReturnType<typeof putValues> } = {};
  const changed = changeOutbox((now) => {
    const record = now.record(period);
    if (record.conflict?.revision !== revision) return null;
    // Before the conflict ends, so that a run that ends here leaves the choice to be made again.
    settled.put = putValues(open, period, theirs);
    const { state, values } = record.conflict;
    const base = { ...record, revision, state, values, conflict: null, trouble: null, unanswered: [] };
    return { records: { [period]: base } };
  });
  if (changed === false) throw new Error(ACTION_WORDS.busy);
  const now = { ...open, known: changed };
  // Another person has settled it meanwhile: that choice is in the sheet and on its way.
  if (settled.put === undefined) return answer(now, period);
  return sendAndAnswer(knowValues(now, period, theirs, settled.put), period);
}

/** Forgets the notice; the receipts since then are what is remembered. */
export function forgetLedgerNotice({ period }: { readonly period: Period }): PulseAnswer {
  const open = openPeriod(period);
  const changed = changeOutbox(({ ledger }) => (ledger === null ? null : { ledger: { ...ledger, noticed: null } }));
  if (changed === false) throw new Error(ACTION_WORDS.busy);
  return answer({ ...open, known: changed }, period);
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
  const { workbook, reading } = open;
  const sending = { via: 'person', editors: null, urgent: false, submit: false } as const;
  const sent = sendWaiting(workbook, open, sending, Object.keys(reading.periods).length, { wrote: true });
  const record = sent.noted.record(period);
  // Not written down, or another run has read the period meanwhile, perhaps without this value: it is to be read again.
  const isNoted = sent.noted !== knownIn(open) && isAsNoted(record, reading.periods[period] ?? {});
  if (!isNoted) markPeriods([period], sent.noted, record.handledMark);
  return answer({ ...open, known: sent.outbox }, period);
}

function answer({ workbook, outbox: before, known, reading }: OpenPeriod, period: Period): PulseAnswer {
  const outbox = observed(workbook, before, reading, known);
  const selection = selectionIn(workbook, outbox);
  return pulseAnswer({ workbook, outbox, reading, period, seen: null, selection });
}
