/** Puts the workbooks beside the desks that a person had before the add-in: as offices lay them out, to be linked as they are. */
import { createBookStore } from '../../addon/desk/server/books.ts';
import { OWN_BOOKS } from '../../addon/desk/server/people.ts';
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
    const state = { ...BUILD[book]().toJSON(), id: book, owner: email };
    await books.seed(book, JSON.parse(JSON.stringify(state)), { sample: true });
  }
  await books.settle();
}
