/** What does not stand where it was bound, found again by label as far as it is there, for the person to confirm. */
import type { Displaced, DisplacedAnswer } from '../rpc.ts';
import type { CellValues } from './label-lines.ts';
import { disagreeing, linesOf, locate, type Mark } from './layout.ts';
import { readMarks } from './line-marks.ts';
import { indexLines, type Line, placesOf, type Sign } from './signs.ts';
import { marksIn } from './tab-reader.ts';
import { ACTION_WORDS, DISPLACED_WORDS } from './words.ts';
import { type BoundTab, marksScope, openWorkbook, sheetOf } from './workbook.ts';

export function tellDisplaced(): DisplacedAnswer {
  const opening = openWorkbook();
  if (opening?.kind !== 'open') throw new Error(ACTION_WORDS.notSetUp);
  const { workbook } = opening;
  const displaced: Displaced[] = [];
  const missingTabs: string[] = [];
  for (const tab of workbook.tabs) {
    const sheet = sheetOf(workbook, tab.key);
    if (sheet === null) missingTabs.push(workbook.book.tabs[tab.key]?.name ?? tab.key);
    else displaced.push(...displacedIn(tab, tabNow(sheet, tab)));
  }
  return { displaced, missingTabs };
}

/** A tab as it is now. */
export interface TabNow {
  readonly name: string;
  readonly values: CellValues;
  readonly marks: readonly Mark[];
}

export function tabNow(sheet: GoogleAppsScript.Spreadsheet.Sheet, tab: BoundTab): TabNow {
  const values = sheet.getDataRange().getValues();
  return { name: sheet.getName(), values, marks: readMarks(sheet, marksScope(tab)) };
}

export function displacedIn({ key, binding }: BoundTab, { name, values, marks }: TabNow): readonly Displaced[] {
  const located = locate(values, name, binding);
  const all = marksIn(marks, located, binding.own);
  const ids = [...located.lost, ...disagreeing(located, all)];
  const lines = linesOf(values, name, binding.own, located);
  const [rows, columns] = [indexLines(lines.row), indexLines(lines.column)];
  return ids.map((id): Displaced => {
    const isRow = binding.rows[id] !== undefined;
    const line = isRow ? 'row' : 'column';
    const sign = (isRow ? binding.rows[id] : binding.columns[id]) ?? { text: '' };
    const own = all.filter((mark) => mark.id === id && mark.line === line).map(({ at }) => at);
    const labels = placesOf(isRow ? rows : columns, sign.text);
    const now = (isRow ? located.rows[id] : located.columns[id]) ?? null;
    const places = [...new Set([...(now === null ? labels : [now]), ...own])];
    return {
      tab: key,
      tabName: name,
      line,
      id,
      label: labelOf(sign),
      why: whyOf(now, own.length, labels.length),
      before: own.length === 1 ? (own[0] ?? null) : null,
      now,
      places: places.map((at) => ({ at, text: textAt(lines[line], at) })),
    };
  });
}

function whyOf(now: number | null, marks: number, labels: number): Displaced['why'] {
  if (marks > 1 || (now === null && labels > 1)) return 'double';
  if (now !== null) return 'moved';
  return marks === 1 ? 'renamed' : 'gone';
}

function labelOf({ text, after }: Sign): string {
  return after === undefined ? text : DISPLACED_WORDS.under(text, after);
}

/** Of a column the lowest heading, which is the fullest. */
function textAt(lines: readonly Line[], at: number): string {
  return lines.filter((line) => line.at === at).pop()?.text ?? '';
}
