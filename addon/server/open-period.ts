/** A period as the sidebar works on it: its tabs read in this run, and where its cells are. */
import type { Period } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { BookReading } from './book-reader.ts';
import { cellIn } from './layout.ts';
import type { Outbox } from './outbox.ts';
import { readAndNote } from './send-waiting.ts';
import { ACTION_WORDS } from './words.ts';
import { openWorkbook, sheetOf, tabsOf, type Workbook } from './workbook.ts';

export interface OpenPeriod {
  readonly workbook: Workbook;
  /** The memory as of the reading, with the marks that it covers. */
  readonly before: Outbox;
  /** The memory as of now. */
  readonly outbox: Outbox;
  readonly reading: BookReading;
}

export function openPeriod(period: Period): OpenPeriod {
  const opening = openWorkbook();
  if (opening?.kind !== 'open') throw new Error(ACTION_WORDS.notSetUp);
  const { workbook } = opening;
  const { reading, outbox, overtaken } = readAndNote(workbook, opening.outbox, tabsOf(workbook, period));
  // Nothing is written on a reading that is not the newest.
  if (overtaken.length > 0) throw new Error(ACTION_WORDS.busy);
  return { workbook, before: outbox, outbox, reading };
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
