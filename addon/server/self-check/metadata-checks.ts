/** Developer metadata on rows and columns: what it follows, and what leaves it behind. */
import type { Bench } from './bench.ts';
import { type Check, differs, expecting, type Finding, holds, messageOf, reading } from './check.ts';
import { SEEN_WORDS } from './words.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

const KEY = 'chi-tieu.self-check.try';

/** What is done to five rows, the third one marked: in which of them marks stand then, and where that row's text is (0: gone). */
interface RowTrial {
  readonly act: (bench: Bench, first: number) => void;
  readonly marks: readonly number[];
  readonly text: number;
}

const ROW_TRIALS: Readonly<Record<string, RowTrial>> = {
  'metadata.row': { act: () => undefined, marks: [3], text: 3 },
  'metadata.insert-row': { act: ({ sheet }, first) => sheet.insertRowBefore(first + 1), marks: [4], text: 4 },
  'metadata.move-row': {
    act: ({ sheet }, first) => sheet.moveRows(line(sheet, first + 2), first),
    marks: [1],
    text: 1,
  },
  'metadata.sort': {
    act: ({ sheet }, first) => sheet.getRange(first, 1, 5, 2).sort({ column: 1, ascending: false }),
    marks: [3],
    text: 1,
  },
  'metadata.cut': {
    act: ({ sheet }, first) => sheet.getRange(first + 2, 1, 1, 2).moveTo(sheet.getRange(first + 4, 1)),
    marks: [3],
    text: 5,
  },
  'metadata.delete-row': { act: ({ sheet }, first) => sheet.deleteRow(first + 2), marks: [], text: 0 },
  'metadata.duplicate': {
    act: ({ sheet }, first) => mark(line(sheet, first + 4), `r${first}`),
    marks: [3, 5],
    text: 3,
  },
};

export const METADATA_CHECKS: readonly Check[] = [
  ...Object.entries(ROW_TRIALS).map(([id, trial]) => ({ id, attempt: (bench: Bench) => tryRows(bench, trial) })),
  { id: 'metadata.column', attempt: column },
  { id: 'metadata.part-refused', attempt: (bench) => refused(bench, 2) },
  { id: 'metadata.by-size-refused', attempt: (bench) => refused(bench, bench.sheet.getMaxColumns()) },
  { id: 'metadata.spreadsheet', attempt: ofSpreadsheet },
];

function tryRows(bench: Bench, { act, marks, text }: RowTrial): Finding {
  const { sheet } = bench;
  const first = bench.rows(8);
  const label = `r${first}`;
  const block = [1, 2, 5, 3, 4].map((number, index) => [number, index === 2 ? label : '']);
  sheet.getRange(first, 1, 5, 2).setValues(block);
  mark(line(sheet, first + 2), label);
  act(bench, first);
  SpreadsheetApp.flush();
  const rows = found(bench, label).map((item) => (item.getLocation().getRow()?.getRow() ?? 0) - first + 1);
  const texts = sheet.getRange(first, 2, 6, 1).getValues();
  const seen = SEEN_WORDS.rows(rows.sort(), texts.findIndex(([there]) => there === label) + 1);
  return reading(seen, SEEN_WORDS.rows(marks, text));
}

function column(bench: Bench): Finding {
  mark(bench.sheet.getRange('C:C'), 'column');
  const columns = found(bench, 'column').map((item) => item.getLocation().getColumn()?.getColumn() ?? 0);
  return expecting(columns, [3]);
}

/** A part of a row carries nothing; nor does a whole one that is named by its size. */
function refused({ sheet, rows }: Bench, columns: number): Finding {
  const range = sheet.getRange(rows(1), 1, 1, columns);
  try {
    mark(range, 'refused');
  } catch (error) {
    return holds(messageOf(error));
  }
  return differs(SEEN_WORDS.accepted);
}

/** The workbook's own mark is not found on a tab. */
function ofSpreadsheet(bench: Bench): Finding {
  const { spreadsheet, afterwards } = bench;
  const all = () => spreadsheet.createDeveloperMetadataFinder().withKey(KEY).withValue('book').find();
  afterwards(() => {
    for (const item of all()) item.remove();
  });
  const before = all().length;
  spreadsheet.addDeveloperMetadata(KEY, 'book', SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  return expecting([all().length - before, found(bench, 'book').length], [1, 0]);
}

/** Only a range that is named as a whole row can carry a row's metadata. */
function line(sheet: Bench['sheet'], row: number): Range {
  return sheet.getRange(`${row}:${row}`);
}

function mark(range: Range, value: string): void {
  range.addDeveloperMetadata(KEY, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
}

function found({ sheet }: Bench, value: string) {
  return sheet.createDeveloperMetadataFinder().withKey(KEY).withValue(value).find();
}
