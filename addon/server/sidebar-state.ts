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
import { awaitsLateAlone } from './late-tries.ts';
import { digestOfReadings } from './observe.ts';
import type { Outbox } from './outbox.ts';
import type { LayoutRecord, LineTrouble, PeriodRecord } from './records.ts';
import { nextTurn } from './sync.ts';
import { TROUBLE_WORDS } from './words.ts';
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
  const line = outbox.line ?? pausing(workbook, outbox);
  return workbook.plan.periods.flatMap((period) => {
    const record = outbox.record(period);
    const { revision, waiting, trouble, reasons, kept } = record;
    const known = revision !== null || waiting || trouble !== null || hasAny(reasons) || hasAny(kept);
    return known ? [syncOf(period, record, line)] : [];
  });
}

function hasAny(record: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(record).length > 0;
}

/** Nothing is wrong: so much was sent just now that what is new goes together, a little later. */
function pausing(workbook: Workbook, outbox: Outbox): Why | null {
  const retryAt = nextTurn(workbook, outbox);
  return retryAt <= Date.now() ? null : { code: 'pausing', message: TROUBLE_WORDS.pausing, retryAt };
}

type Why = Pick<LineTrouble, 'code' | 'message' | 'retryAt'>;

function syncOf(period: Period, record: PeriodRecord, line: Why | null): PeriodSync {
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
    reasons: record.reasons,
  };
}

/** The period's own trouble before the line's; neither where nothing waits and nothing stands in the way. */
function troubleOf(record: PeriodRecord, line: Why | null): PeriodSync['trouble'] {
  const trouble = record.trouble ?? (record.waiting ? (line ?? unsure(record)) : null);
  if (trouble === null) return null;
  const { code, message, retryAt } = trouble;
  return { code, message, retryAt: retryAt === null ? null : new Date(retryAt).toISOString() };
}

/** All is sent, but a try that was never answered may still arrive. */
function unsure(record: PeriodRecord): Why | null {
  return awaitsLateAlone(record) ? { code: 'late', message: TROUBLE_WORDS.late, retryAt: record.lateUntil } : null;
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
    return [{ period, revision: conflict.revision, by: conflict.by, at: conflict.at, differences }];
  });
}

/** Null where the period is not bound, or not all its tabs were read. */
export function readingsOf(reading: BookReading, period: Period): PeriodReadings | null {
  return reading.periods[period] ?? null;
}

/** Where the cursor is, if it is on an input's cell. */
export function selectionIn(workbook: Workbook, outbox: Outbox): Selection | null {
  return selectionAt(workbook, outbox, cursorIn(workbook.spreadsheet));
}

export function selectionAt(workbook: Workbook, outbox: Outbox, cursor: Cursor | null): Selection | null {
  return placeIn(layoutsAt(workbook, outbox, cursor), cursor);
}

export interface Cursor {
  /** The sheet's id. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

export function cursorIn(spreadsheet: Workbook['spreadsheet']): Cursor | null {
  // Null while something other than cells is selected, whatever the types say.
  const cell: GoogleAppsScript.Spreadsheet.Range | null = spreadsheet.getCurrentCell();
  if (cell === null) return null;
  return { sheet: cell.getSheet().getSheetId(), row: cell.getRow(), column: cell.getColumn() };
}

type Places = Pick<LayoutRecord, 'rows' | 'columns'>;

/** Of the tables in the sheet with the cursor; none where it is on none of ours. */
export function layoutsAt({ book }: Workbook, outbox: Outbox, cursor: Cursor | null): readonly Places[] {
  return Object.entries(book.tabs).flatMap(([key, tab]) => {
    const layout = tab.id === cursor?.sheet ? outbox.layout(key) : null;
    return layout === null ? [] : [{ rows: layout.rows, columns: layout.columns }];
  });
}

export function placeIn(layouts: readonly Places[], cursor: Cursor | null): Selection | null {
  for (const { rows, columns } of layouts) {
    const input = Object.keys(rows).find((id) => rows[id] === cursor?.row);
    const period = Object.keys(columns).find((name) => columns[name] === cursor?.column);
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
  /** The digest of what the asker has seen: those cells are left out; null tells them in any case. */
  readonly seen: string | null;
  readonly selection: Selection | null;
}

export function pulseAnswer({ workbook, outbox, reading, period, seen, selection }: PulseContext): PulseAnswer {
  const readings = period === null ? null : readingsOf(reading, period);
  // Of what was read, whatever is remembered: a reading need not have been written down for somebody to have been told of it.
  const digest = readings === null ? null : digestOfReadings(readings);
  return {
    selection,
    digest,
    readings: digest === seen ? null : readings,
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
  digest: null,
  readings: null,
  syncs: [],
  conflicts: [],
  ledger: null,
};
