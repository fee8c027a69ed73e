/** Puts the workbooks beside the desks that a person had before the add-in: as offices lay them out, to be linked as they are. */
import { createBookStore } from '../../addon/desk/server/books.ts';
import { OWN_BOOKS } from '../../addon/desk/server/people.ts';
import type { SheetState } from '../../addon/desk/stand-in/model/types.ts';
import type { WorkbookModel } from '../../addon/desk/stand-in/workbook-model.ts';
import * as byField from '../../test/fixtures/office-workbooks/by-field.ts';
import * as byPeriod from '../../test/fixtures/office-workbooks/by-period.ts';
import * as byYear from '../../test/fixtures/office-workbooks/by-year.ts';

const BUILD: Readonly<Record<(typeof OWN_BOOKS)[number]['book'], () => WorkbookModel>> = {
  'office-by-year': byYear.build,
  'office-by-period': byPeriod.build,
  'office-by-field': byField.build,
};

/** Those that are there already stay as they are. */
export async function seedOwnBooks(dataDir: string): Promise<void> {
  const books = createBookStore(dataDir);
  for (const { book, email } of OWN_BOOKS) {
    const model = BUILD[book]();
    for (const sheet of model.state.sheets) sheet.columns = fitted(sheet);
    const state = { ...model.toJSON(), id: book, owner: email };
    await books.seed(book, JSON.parse(JSON.stringify(state)), { sample: true });
  }
  await books.settle();
}

const LEAST = 60;
const MOST = 330;
const PER_LETTER = 7;

/** Columns as wide as what stands in them, as everybody draws them; titles that are merged across count for none. */
function fitted(sheet: SheetState): SheetState['columns'] {
  return sheet.columns.map((line, at) => {
    const lengths = sheet.grid.map((cells, row) => {
      const isMerged = sheet.merges.some(
        (area) => area.row === row + 1 && area.column <= at + 1 && at + 1 < area.column + area.columns,
      );
      return isMerged ? 0 : String(cells[at]?.value ?? '').length;
    });
    return { ...line, size: Math.min(MOST, Math.max(LEAST, ...lengths.map((length) => length * PER_LETTER))) };
  });
}
