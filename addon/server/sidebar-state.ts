/** What the sidebar is told: the workbook, the periods' sync, the conflicts, where the cursor is. JSON-like values only. */

import { isPeriod, type Period } from '../../shared/periods.ts';
import type {
  Conflict,
  LedgerNotice,
  PeriodReadings,
  PeriodSync,
  PulseAnswer,
  Selection,
  WorkbookState,
} from '../rpc.ts';
import type { BookReading } from './book-reader.ts';
import { sendableValue } from './cell-reader.ts';
import { accountOfRun } from './identity.ts';
import { versionOf } from './observe.ts';
import type { Outbox } from './outbox.ts';
import type { LineTrouble, PeriodRecord } from './records.ts';
import type { Opening, Workbook } from './workbook.ts';

export function workbookState(opening: Opening): WorkbookState {
  const spreadsheet = opening.kind === 'open' ? opening.workbook.spreadsheet : opening.spreadsheet;
  const open = opening.kind === 'open' ? opening.workbook : null;
  return {
    unit: open?.book.unit ?? null,
    spreadsheet: spreadsheet.getId(),
    name: spreadsheet.getName(),
    locale: spreadsheet.getSpreadsheetLocale(),
    sample: open?.book.sample ?? false,
    account: accountOfRun(),
    workerUrl: __WORKER_URL__,
    copyOf: opening.kind === 'open' ? opening.workbook.copyOf : opening.copyOf,
  };
}

/** Of every period that anything is known of; a period that is not named has no report and nothing to send. */
export function syncsOf(workbook: Workbook, outbox: Outbox): PeriodSync[] {
  return workbook.plan.periods.flatMap((period) => {
    const record = outbox.record(period);
    const { revision, waiting, trouble, reasons, kept } = record;
    const known = revision !== null || waiting || trouble !== null || hasAny(reasons) || hasAny(kept);
    return known ? [syncOf(period, record, outbox.line)] : [];
  });
}

function hasAny(record: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(record).length > 0;
}

function syncOf(period: Period, record: PeriodRecord, line: LineTrouble | null): PeriodSync {
  return {
    period,
    revision: record.revision,
    state: record.state,
    savedAt: record.savedAt,
    waiting: record.waiting,
    differing: record.differing,
    unconfirmed: Object.keys(record.kept),
    trouble: troubleOf(record, line),
    returnReason: record.returnReason,
    findings: record.findings,
    reasons: record.reasons,
  };
}

/** The period's own trouble before the line's; neither where nothing waits and nothing stands in the way. */
function troubleOf(record: PeriodRecord, line: LineTrouble | null): PeriodSync['trouble'] {
  const trouble = record.trouble ?? (record.waiting ? line : null);
  if (trouble === null) return null;
  const { code, message, retryAt } = trouble;
  return { code, message, retryAt: retryAt === null ? null : new Date(retryAt).toISOString() };
}

/** Side by side, what the sheet has now and what the other report says, where they differ. */
export function conflictsOf(workbook: Workbook, outbox: Outbox, reading: BookReading): Conflict[] {
  return workbook.plan.periods.flatMap((period) => {
    const { conflict, values } = outbox.record(period);
    if (conflict === null) return [];
    const sheet = readingsOf(reading, period);
    const differences = workbook.inputs.flatMap(({ id }) => {
      const mine = sheet === null ? (values?.[id] ?? null) : sendableValue(sheet[id]);
      const theirs = conflict.values[id] ?? null;
      return mine === theirs ? [] : [{ input: id, mine, theirs }];
    });
    return [{ period, by: conflict.by, at: conflict.at, differences }];
  });
}

/** Null where the period is not bound, or not all its tabs were read. */
export function readingsOf(reading: BookReading, period: Period): PeriodReadings | null {
  return reading.periods[period] ?? null;
}

/** Where the cursor is, if it is on an input's cell. */
export function selectionIn(workbook: Workbook, outbox: Outbox): Selection | null {
  // Null while something other than cells is selected, whatever the types say.
  const cell: GoogleAppsScript.Spreadsheet.Range | null = workbook.spreadsheet.getCurrentCell();
  if (cell === null) return null;
  const sheet = cell.getSheet().getSheetId();
  const [row, column] = [cell.getRow(), cell.getColumn()];
  for (const [key, tab] of Object.entries(workbook.book.tabs)) {
    const layout = tab.id === sheet ? outbox.layout(key) : null;
    if (layout === null) continue;
    const input = Object.keys(layout.rows).find((id) => layout.rows[id] === row);
    const period = Object.keys(layout.columns).find((name) => layout.columns[name] === column);
    if (input !== undefined && isPeriod(period)) return { period, input };
  }
  return null;
}

export interface PulseContext {
  readonly workbook: Workbook;
  readonly outbox: Outbox;
  readonly reading: BookReading;
  /** The period whose cells are told; null for none. */
  readonly period: Period | null;
  /** What the asker has seen: the cells are left out where nothing changed since; null tells them in any case. */
  readonly seen: number | null;
  readonly selection: Selection | null;
}

export function pulseAnswer({ workbook, outbox, reading, period, seen, selection }: PulseContext): PulseAnswer {
  const news = period !== null && (seen === null || outbox.record(period).changed > seen);
  return {
    selection,
    version: versionOf(workbook, outbox),
    readings: news ? readingsOf(reading, period) : null,
    syncs: syncsOf(workbook, outbox),
    conflicts: conflictsOf(workbook, outbox, reading),
    ledger: ledgerNotice(outbox),
  };
}

/** Null while every receipt went on from the one before. */
export function ledgerNotice({ ledger }: Outbox): LedgerNotice | null {
  const noticed = ledger?.noticed ?? null;
  return noticed === null ? null : { at: noticed.at, was: noticed.was.index, is: noticed.is.index };
}

export const NOTHING_OPEN: PulseAnswer = {
  selection: null,
  version: 0,
  readings: null,
  syncs: [],
  conflicts: [],
  ledger: null,
};
