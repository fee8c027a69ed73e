/** Developer metadata on rows and columns: what they were bound to. It follows inserted and moved lines, and not a sort. */
import type { Mark } from './layout.ts';
import { columnName } from './template-formulas.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const KEYS = { row: 'chi-tieu.input', column: 'chi-tieu.period' } as const;
const LINES = ['row', 'column'] as const;

/** `scope`: a sheet of a person's own may have several tables of ours, each with its marks; empty for the template. */
function keyOf(line: Mark['line'], scope: string): string {
  return scope === '' ? KEYS[line] : `${KEYS[line]}.${scope}`;
}

/** Some calls a mark: read only where the placement of labels has changed since the marks were last looked at. */
export function readMarks(sheet: Sheet, scope: string): readonly Mark[] {
  return LINES.flatMap((line) =>
    marksOf(sheet, line, scope).flatMap((item) => {
      const location = item.getLocation();
      const at = line === 'row' ? location.getRow()?.getRow() : location.getColumn()?.getColumn();
      const id = item.getValue();
      return at === undefined || id === null ? [] : [{ id, line, at }];
    }),
  );
}

/** How many marks a table has. */
export function countMarks(sheet: Sheet, scope: string): number {
  return LINES.reduce((count, line) => count + marksOf(sheet, line, scope).length, 0);
}

/** Binds rows and columns anew; marks from before are taken away. */
export function writeMarks(sheet: Sheet, scope: string, marks: readonly Mark[]): void {
  for (const line of LINES) for (const old of marksOf(sheet, line, scope)) old.remove();
  if (marks.length === 0) return;
  const visibility = SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT;
  // Only a range that is a whole row or column, named as such, can carry its metadata.
  const names = marks.map(({ line, at }) => (line === 'row' ? String(at) : columnName(at)));
  const ranges = sheet.getRangeList(names.map((name) => `${name}:${name}`)).getRanges();
  marks.forEach(({ id, line }, place) => {
    ranges[place]?.addDeveloperMetadata(keyOf(line, scope), id, visibility);
  });
}

function marksOf(sheet: Sheet, line: Mark['line'], scope: string) {
  return sheet.createDeveloperMetadataFinder().withKey(keyOf(line, scope)).find();
}
