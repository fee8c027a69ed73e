/** What the sidebar writes: a value into its cell, a reason, a choice between two reports. Then the period is sent. */

import { malformedValue } from '../../shared/malformed.ts';
import type { Period } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { Value } from '../../shared/values.ts';
import type { CellReading, CommitRequest, PulseAnswer, Selection, SidebarServer } from '../rpc.ts';
import { cellTextOf } from './cell-reader.ts';
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

interface OpenTab {
  readonly workbook: Workbook;
  readonly outbox: Outbox;
  readonly reading: TabReading;
}

/** Writes the value, and answers with it without reading the cell again: a formula beside it may not be computed yet. */
export function commitValue({ period, input, value }: CommitRequest): PulseAnswer {
  const open = openTab(period);
  const definition = inputOf(open.workbook, input);
  const malformed = malformedValue(definition, value);
  if (malformed !== null) throw new Error(malformed);
  return sendAndAnswer(writeValues(open, period, [[definition, value]]), period);
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

function openTab(period: Period): OpenTab {
  const opening = openWorkbook();
  const tab = opening?.kind === 'open' ? tabOf(opening.workbook.plan, period) : undefined;
  if (opening?.kind !== 'open' || tab === undefined) throw new Error(ACTION_WORDS.notSetUp);
  const { workbook } = opening;
  const { readings, outbox } = readAndNote(workbook, opening.outbox, [tab]);
  const [reading = readTab(workbook, tab, null)] = readings;
  return { workbook, outbox, reading };
}

function inputOf(workbook: Workbook, id: string): InputDefinition {
  const input = workbook.inputs.find((one) => one.id === id);
  if (input === undefined) throw new Error(ACTION_WORDS.unknownCell);
  return input;
}

function writeValues(open: OpenTab, period: Period, values: readonly (readonly [InputDefinition, Value])[]): OpenTab {
  const { workbook, outbox, reading } = open;
  const written: Record<string, CellReading> = {};
  for (const [input, value] of values) {
    const cell = cellOf(open, period, input.id);
    // A row that is not where its label says is not written either.
    if (cell === null) continue;
    if (reading.periods[period]?.[input.id]?.status === 'unsendable') cell.setNumberFormat(numberFormatOf(input));
    cell.setValue(cellTextOf(value));
    written[input.id] = { status: 'value', value, fromFormula: false };
  }
  SpreadsheetApp.flush();
  const cells = { ...reading.periods[period], ...written };
  const after: TabReading = { ...reading, periods: { ...reading.periods, [period]: cells } };
  return { workbook, outbox: noteReadings(workbook, outbox, [after]), reading: after };
}

function cellOf({ workbook, reading }: OpenTab, period: Period, input: string) {
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
