/** A period as the sidebar works on it: its tabs read in this run, and where its cells are. */
import type { Period } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { type BookReading, readTabs } from './book-reader.ts';
import { cellIn } from './layout.ts';
import { type Outbox, recentOutbox } from './outbox.ts';
import { ACTION_WORDS } from './words.ts';
import { openWorkbook, sheetOf, tabsOf, type Workbook } from './workbook.ts';

export interface OpenPeriod {
  readonly workbook: Workbook;
  /** As of before the tabs were read; `known` where this run has changed it since. */
  readonly outbox: Outbox;
  readonly known?: Outbox | undefined;
  readonly reading: BookReading;
}

export function openPeriod(period: Period): OpenPeriod {
  const opening = openWorkbook(recentOutbox);
  if (opening?.kind !== 'open') throw new Error(ACTION_WORDS.notSetUp);
  const { workbook, outbox } = opening;
  return { workbook, outbox, reading: readTabs(workbook, outbox, tabsOf(workbook, period)) };
}

/** The memory as this run knows it last. */
export function knownIn({ outbox, known = outbox }: OpenPeriod): Outbox {
  return known;
}

export function inputOf(workbook: Workbook, id: string): InputDefinition {
  const input = workbook.inputs.find((one) => one.id === id);
  if (input === undefined) throw new Error(ACTION_WORDS.unknownCell);
  return input;
}

/** Null where there is no cell, or its row or column does not stand where it was bound. */
export function cellOf(
  { workbook, reading }: OpenPeriod,
  period: Period,
  input: string,
): GoogleAppsScript.Spreadsheet.Range | null {
  for (const { tab, layout } of reading.tabs) {
    const place = cellIn(layout, input, period);
    if (place !== null) return sheetOf(workbook, tab.key)?.getRange(place.row, place.column) ?? null;
  }
  return null;
}

/** Throws where there is no cell: nothing that the person enters is dropped without a word. */
export function requireCell(open: OpenPeriod, period: Period, { id, short }: InputDefinition): void {
  if (cellOf(open, period, id) !== null) return;
  const reading = open.reading.periods[period]?.[id];
  throw new Error(reading?.status === 'unsendable' ? reading.message : ACTION_WORDS.noCell(short));
}
