/**
 * The desk's workbooks on disk: written atomically, in order, and never over a newer version. One window at a time is a
 * workbook's writer; a step is only confirmed when it is on the disk.
 */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { readFileIfThere, writeFileAtomically } from './atomic-file.ts';
import { applyChanges, type Json } from './json-delta.ts';
import type { OpenedBook, Step } from './wire.ts';

const Stored = v.strictObject({
  sample: v.boolean(),
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  state: v.nullable(v.record(v.string(), v.unknown())),
});

export type SaveResult =
  | { readonly ok: true; readonly sequence: number }
  | { readonly ok: false; readonly why: Refusal };

/** `stale`: the version does not follow the stored one; `other-writer`: another window has opened the workbook since. */
type Refusal = 'stale' | 'other-writer';

interface Book {
  readonly file: string;
  sample: boolean;
  sequence: number;
  state: Json;
  /** The window that may write; null after a start, when whoever follows the stored version may. */
  writer: string | null;
  /** The newest version on the disk, and the write that is under way. */
  durable: number;
  writing: Promise<void> | null;
}

export interface BookStore {
  isSample(id: string): Promise<boolean>;
  /** Whether anything was ever stored of it. */
  isThere(id: string): Promise<boolean>;
  read(id: string): Promise<OpenedBook>;
  /** Makes `writer` the workbook's only writer and answers its newest version. */
  open(id: string, writer: string): Promise<OpenedBook>;
  put(id: string, writer: string, sequence: number, state: Json): Promise<SaveResult>;
  patch(id: string, writer: string, steps: readonly Step[]): Promise<SaveResult>;
  /** Stores a new workbook, unless there is one: what `npm start` does with the sample. */
  seed(id: string, state: Json, options: { readonly sample: boolean }): Promise<boolean>;
  /** Waits until all that was taken is on the disk. */
  settle(): Promise<void>;
}

export function createBookStore(dataDir: string): BookStore {
  const folder = join(dataDir, 'desk', 'books');
  const books = new Map<string, Promise<Book>>();

  function loaded(id: string): Promise<Book> {
    const known = books.get(id);
    if (known !== undefined) return known;
    const loading = loadBook(join(folder, `${id}.json`));
    books.set(id, loading);
    // A file that could not be read may be readable at the next call.
    loading.catch(() => books.delete(id));
    return loading;
  }

  async function bookOf(id: string): Promise<Book> {
    const book = await loaded(id);
    // A workbook that nobody has written may have been put there by another process: `npm start` seeds the sample so.
    if (book.sequence === 0) await readAgain(book);
    return book;
  }

  return {
    isSample: async (id) => (await bookOf(id)).sample,
    isThere: async (id) => (await bookOf(id)).sequence > 0,
    read: async (id) => opened(await bookOf(id)),
    async open(id, writer) {
      const book = await bookOf(id);
      book.writer = writer;
      return opened(book);
    },
    put: async (id, writer, sequence, state) =>
      save(await bookOf(id), writer, (book) => replace(book, sequence, state)),
    patch: async (id, writer, steps) => save(await bookOf(id), writer, (book) => follow(book, steps)),
    async seed(id, state, { sample }) {
      const book = await bookOf(id);
      if (book.sequence > 0) return false;
      Object.assign(book, { sample, sequence: 1, state });
      await toDisk(book);
      return true;
    },
    async settle() {
      for (const loading of books.values()) await toDisk(await loading);
    },
  };
}

function opened(book: Book): OpenedBook {
  return { sequence: book.sequence, state: book.state };
}

async function save(book: Book, writer: string, change: (book: Book) => boolean): Promise<SaveResult> {
  if (book.writer !== null && book.writer !== writer) return { ok: false, why: 'other-writer' };
  if (!change(book)) return { ok: false, why: 'stale' };
  book.writer = writer;
  const { sequence } = book;
  await toDisk(book);
  return { ok: true, sequence };
}

function replace(book: Book, sequence: number, state: Json): boolean {
  if (sequence <= book.sequence) return false;
  book.sequence = sequence;
  book.state = state;
  return true;
}

/** Takes the steps that follow; those already taken (a request sent again) are passed over, a gap is refused. */
function follow(book: Book, steps: readonly Step[]): boolean {
  let { sequence, state } = book;
  for (const step of steps) {
    if (step.sequence <= sequence) continue;
    if (step.sequence !== sequence + 1) return false;
    const applied = applyChanges(state, step.changes);
    if (!applied.ok) return false;
    sequence = step.sequence;
    state = applied.value;
  }
  book.sequence = sequence;
  book.state = state;
  return true;
}

/** Writes until the version that was newest at the call is on the disk; callers that come meanwhile share a write. */
async function toDisk(book: Book): Promise<void> {
  const wanted = book.sequence;
  while (book.durable < wanted) {
    book.writing ??= writeBook(book).finally(() => {
      book.writing = null;
    });
    await book.writing;
  }
}

async function writeBook(book: Book): Promise<void> {
  const { sample, sequence, state } = book;
  await mkdir(join(book.file, '..'), { recursive: true });
  await writeFileAtomically(book.file, JSON.stringify({ sample, sequence, state }));
  book.durable = sequence;
}

async function loadBook(file: string): Promise<Book> {
  const book: Book = { file, sample: false, sequence: 0, state: null, writer: null, durable: 0, writing: null };
  await readAgain(book);
  return book;
}

async function readAgain(book: Book): Promise<void> {
  const text = await readFileIfThere(book.file);
  if (text === undefined) return;
  const { sample, sequence, state } = v.parse(Stored, JSON.parse(text));
  // Something may have been taken while the file was read.
  if (book.sequence > 0) return;
  // What JSON.parse gave and the schema let through is JSON.
  Object.assign(book, { sample, sequence, state: state as Json, durable: sequence });
}
