/** What the page needs before it can start: the list of desks, the add-in's build, and the chosen workbook, opened to write. */

import * as v from 'valibot';
import type { Json } from '../server/json-delta.ts';
import type { BookEntry, BookList, OpenedBook } from '../server/wire.ts';
import type { StartMessage } from './protocol.ts';
import { getJson, postJson } from './requests.ts';

const Entry = v.object({
  id: v.string(),
  unit: v.string(),
  unitName: v.string(),
  email: v.string(),
  person: v.string(),
  title: v.nullable(v.string()),
  sample: v.boolean(),
});
const List: v.GenericSchema<unknown, BookList> = v.object({ workerOrigin: v.string(), books: v.array(Entry) });
const Bundle = v.object({ code: v.string(), files: v.record(v.string(), v.string()) });
// What the server's JSON holds as the workbook is checked by the workbook itself.
const Opened: v.GenericSchema<unknown, OpenedBook> = v.object({
  sequence: v.number(),
  state: v.custom<Json>(() => true),
});

export async function listBooks(): Promise<BookList> {
  return v.parse(List, await getJson('/books'));
}

/** The desk that the address names with `?book=` (an id or a unit), else the first. */
export function chosenBook({ books }: BookList, wanted: string | null): BookEntry {
  const found = books.find(({ id, unit }) => id === wanted || unit === wanted) ?? books[0];
  if (found === undefined) throw new Error('The server knows no workbook.');
  return found;
}

export async function openBook(book: BookEntry, writer: string): Promise<StartMessage> {
  const bundle = v.parse(Bundle, await getJson('/bundle'));
  const opened = v.parse(Opened, await postJson(`/books/${book.id}/open`, { writer }));
  return { kind: 'start', book, ...opened, ...bundle };
}
