/** What the sidebar writes: a value into its cell, a reason, a choice between two reports. Then the period is sent. */

import { malformedValue } from '../../shared/malformed.ts';
import type { Period } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { Value } from '../../shared/values.ts';
import type {
  CellReading,
  CommitRequest,
  PulseAnswer,
  Selection,
  SidebarServer,
  WriteAnswer,
  Writing,
} from '../rpc.ts';
import { contentBefore } from './cell-content.ts';
import { cellTextOf } from './cell-reader.ts';
import { confirmed } from './kept.ts';
import { noteReadings } from './observe.ts';
import { changeOutbox, type Outbox } from './outbox.ts';
import { MAX_REASON } from './report-content.ts';
import { readAndNote, sendWaiting } from './send-waiting.ts';
import { pulseAnswer, selectionIn } from './sidebar-state.ts';
import { readTab, type TabReading } from './tab-reader.ts';
import { tabOf } from './tabs.ts';
import { numberFormatOf } from './template-rows.ts';
import { ACTION_WORDS } from './words.ts';
import { openWorkbook, sheetOf, type Workbook } from './workbook.ts';

export interface OpenTab {
  readonly workbook: Workbook;
  readonly outbox: Outbox;
  readonly reading: TabReading;
}

/** Writes the value, and answers with it without reading the cell again: a formula beside it may not be computed yet. */
export function commitValue({ period, input, value }: CommitRequest): WriteAnswer {
  const open = openTab(period);
  const definition = inputOf(open.workbook, input);
  const malformed = malformedValue(definition, value);
  if (malformed !== null) throw new Error(malformed);
  const written = writeValues(open, period, [[definition, value]]);
  // Written by a person's own hand, the same value too is no longer one that was only kept.
  return answerWriting({ ...written, outbox: confirmInputs(written.outbox, period, [input]) }, period);
}

/** What is sent, and what can be taken back. */
export function answerWriting(written: WrittenTab, period: Period, left: readonly string[] = []): WriteAnswer {
  const { cells } = written;
  return { ...sendAndAnswer(written, period), writing: cells.length === 0 ? null : { period, cells }, left };
}

/** A person has looked at values that were kept, and they hold. */
export function confirmKept({ period, inputs }: Parameters<SidebarServer['sidebarConfirm']>[0]): PulseAnswer {
  const open = openTab(period);
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
  const { workbook, reading } = openTab(period);
  inputOf(workbook, input);
  const changed = changeOutbox((now) => {
    const record = now.record(period);
    const { [input]: _, ...others } = record.reasons;
    const text = reason.trim().slice(0, MAX_REASON);
    return { records: { [period]: { ...record, reasons: text === '' ? others : { ...others, [input]: text } } } };
  });
  if (changed === false) throw new Error(ACTION_WORDS.busy);
  return sendAndAnswer({ workbook, outbox: noteReadings(workbook, changed, [reading]), reading }, period);
}

/** Takes the other report as the base, and for the inputs named its values into the sheet. */
export function settleConflict({ period, keep }: Parameters<SidebarServer['sidebarSettle']>[0]): PulseAnswer {
  const open = openTab(period);
  const { conflict } = open.outbox.record(period);
  if (conflict === null) return answer(open, period);
  const theirs = open.workbook.inputs
    .filter(({ id }) => keep[id] === 'theirs')
    .map((input): [InputDefinition, Value] => [input, conflict.values[input.id] ?? null]);
  const changed = changeOutbox((now) => {
    const record = now.record(period);
    if (record.conflict === null) return null;
    const { revision, state, values } = record.conflict;
    const base = { ...record, revision, state, values, conflict: null, trouble: null, unanswered: [] };
    return { records: { [period]: base } };
  });
  if (changed === false) throw new Error(ACTION_WORDS.busy);
  return sendAndAnswer(writeValues({ ...open, outbox: changed }, period, theirs), period);
}

/** Forgets the notice; the receipts since then are what is remembered. */
export function forgetLedgerNotice({ period }: { readonly period: Period }): PulseAnswer {
  const open = openTab(period);
  const changed = changeOutbox(({ ledger }) => (ledger === null ? null : { ledger: { ...ledger, noticed: null } }));
  if (changed === false) throw new Error(ACTION_WORDS.busy);
  return answer({ ...open, outbox: changed }, period);
}

/** Puts the cursor into the input's cell. */
export function jumpTo(selection: Selection): PulseAnswer {
  const open = openTab(selection.period);
  const cell = cellOf(open, selection.period, selection.input);
  if (cell === null) return answer(open, selection.period);
  open.workbook.spreadsheet.setCurrentCell(cell);
  return { ...answer(open, selection.period), selection };
}

export function openTab(period: Period): OpenTab {
  const opening = openWorkbook();
  const tab = opening?.kind === 'open' ? tabOf(opening.workbook.plan, period) : undefined;
  if (opening?.kind !== 'open' || tab === undefined) throw new Error(ACTION_WORDS.notSetUp);
  const { workbook } = opening;
  const { readings, outbox } = readAndNote(workbook, opening.outbox, [tab]);
  const [reading = readTab(workbook, tab, null)] = readings;
  return { workbook, outbox, reading };
}

export function inputOf(workbook: Workbook, id: string): InputDefinition {
  const input = workbook.inputs.find((one) => one.id === id);
  if (input === undefined) throw new Error(ACTION_WORDS.unknownCell);
  return input;
}

/** A tab that was written into, and what its cells held before. */
export interface WrittenTab extends OpenTab {
  readonly cells: Writing['cells'];
}

export function writeValues(
  open: OpenTab,
  period: Period,
  values: readonly (readonly [InputDefinition, Value])[],
): WrittenTab {
  const { outbox, reading } = open;
  const { kept } = outbox.record(period);
  const written: Record<string, CellReading> = {};
  const cells: Writing['cells'][number][] = [];
  for (const [input, value] of values) {
    const cell = cellOf(open, period, input.id);
    // A row that is not where its label says is not written either.
    if (cell === null) continue;
    const held = reading.periods[period]?.[input.id];
    cells.push({ input: input.id, wrote: value, before: contentBefore(cell, held, kept[input.id]) });
    if (held?.status === 'unsendable') cell.setNumberFormat(numberFormatOf(input));
    cell.setValue(cellTextOf(value));
    written[input.id] = { status: 'value', value, fromFormula: false };
  }
  return { ...noteWritten(open, period, written), cells };
}

/** The tab with cells as they were written, without reading them again. */
export function noteWritten(
  { workbook, outbox, reading }: OpenTab,
  period: Period,
  written: Readonly<Record<string, CellReading>>,
): OpenTab {
  SpreadsheetApp.flush();
  const cells = { ...reading.periods[period], ...written };
  const after: TabReading = { ...reading, periods: { ...reading.periods, [period]: cells } };
  return { workbook, outbox: noteReadings(workbook, outbox, [after]), reading: after };
}

export function cellOf({ workbook, reading }: OpenTab, period: Period, input: string) {
  const { rows, columns, disagreeing } = reading.layout;
  const row = rows[input];
  const column = columns[period];
  if (row === undefined || column === undefined || disagreeing.includes(input)) return null;
  return sheetOf(workbook, reading.tab.key)?.getRange(row, column) ?? null;
}

function sendAndAnswer({ workbook, outbox, reading }: OpenTab, period: Period): PulseAnswer {
  const sending = { via: 'person', editors: null, urgent: false, submit: false } as const;
  const sent = sendWaiting(workbook, { readings: [reading], outbox }, sending, reading.tab.periods.length);
  return answer({ workbook, outbox: sent.outbox, reading }, period);
}

function answer({ workbook, outbox, reading }: OpenTab, period: Period): PulseAnswer {
  const selection = selectionIn(workbook, outbox);
  return pulseAnswer({ workbook, outbox, readings: [reading], period, seen: null, selection });
}
