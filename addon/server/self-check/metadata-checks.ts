/** Developer metadata on rows and columns: what it follows, and what leaves it behind. */
import type { Bench } from './bench.ts';
import { type Check, differs, expecting, type Finding, holds, messageOf } from './check.ts';
import { SEEN_WORDS } from './words.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

const KEY = 'chi-tieu.self-check.try';

/** Where the mark stands after something was done to rows that are five, with the third marked: offsets from the first. */
interface RowTrial {
  readonly act: (bench: Bench, first: number) => void;
  readonly expected: readonly number[];
}

const ROW_TRIALS: Readonly<Record<string, RowTrial>> = {
  'metadata.row': { act: () => undefined, expected: [2] },
  'metadata.insert-row': { act: ({ sheet }, first) => sheet.insertRowBefore(first + 1), expected: [3] },
  // Back up: the third row before the first.
  'metadata.move-row': {
    act: ({ sheet }, first) => sheet.moveRows(sheet.getRange(`${first + 2}:${first + 2}`), first),
    expected: [0],
  },
  'metadata.sort': {
    act: ({ sheet }, first) => sheet.getRange(first, 1, 5, 2).sort({ column: 1, ascending: false }),
    expected: [2],
  },
  'metadata.cut': {
    act: ({ sheet }, first) => sheet.getRange(first + 2, 1, 1, 2).moveTo(sheet.getRange(first + 4, 1)),
    expected: [2],
  },
  'metadata.delete-row': { act: ({ sheet }, first) => sheet.deleteRow(first + 2), expected: [] },
  'metadata.duplicate': {
    act: ({ sheet }, first) => mark(sheet.getRange(`${first + 4}:${first + 4}`), `r${first}`),
    expected: [2, 4],
  },
};

export const METADATA_CHECKS: readonly Check[] = [
  ...Object.entries(ROW_TRIALS).map(([id, trial]) => ({ id, attempt: (bench: Bench) => tryRows(bench, trial) })),
  { id: 'metadata.column', attempt: column },
  { id: 'metadata.part-refused', attempt: (bench) => refused(bench, 2) },
  { id: 'metadata.by-size-refused', attempt: (bench) => refused(bench, bench.sheet.getMaxColumns()) },
  { id: 'metadata.spreadsheet', attempt: ofSpreadsheet },
];

function tryRows(bench: Bench, { act, expected }: RowTrial): Finding {
  const { sheet } = bench;
  const first = bench.rows(8);
  const texts = [1, 2, 3, 4, 5].map((number) => [number, `dòng ${number}`]);
  sheet.getRange(first, 1, 5, 2).setValues(texts);
  const value = `r${first}`;
  mark(sheet.getRange(`${first + 2}:${first + 2}`), value);
  act(bench, first);
  SpreadsheetApp.flush();
  const rows = found(bench, value).map((item) => (item.getLocation().getRow()?.getRow() ?? 0) - first);
  return expecting(rows.sort(), expected);
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
  spreadsheet.addDeveloperMetadata(KEY, 'book', SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  return expecting([all().length, found(bench, 'book').length], [1, 0]);
}

function mark(range: Range, value: string): void {
  range.addDeveloperMetadata(KEY, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
}

function found({ sheet }: Bench, value: string) {
  return sheet.createDeveloperMetadataFinder().withKey(KEY).withValue(value).find();
}
