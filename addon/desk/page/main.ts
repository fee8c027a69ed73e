/** The page's entry: takes the workbook for this window, then opens the desk. */

import { type OpenDesk, openDesk } from './desk.ts';
import { readLatency } from './frame/latency.ts';
import { coverDesk, coverLoading } from './notices.ts';
import { chosenBook, listBooks, openBook } from './open-book.ts';
import { createTestHandle, type TestHandle } from './test-handle.ts';
import { words } from './words.ts';
import { createWriterLock } from './writer-lock.ts';

declare global {
  interface Window {
    /** For the browser tests: the grid is a canvas, which cannot be asserted through the DOM. */
    desk?: TestHandle;
  }
}

let open: OpenDesk | null = null;

async function start(): Promise<void> {
  coverLoading();
  const parameters = new URLSearchParams(location.search);
  const list = await listBooks();
  const book = chosenBook(list, parameters.get('book'));
  const lock = createWriterLock({ book: book.id, onAsked: handOver, onLost: () => coverTakenOver(false) });

  async function begin(): Promise<void> {
    coverLoading();
    const writer = crypto.randomUUID();
    open = await openDesk({
      list,
      writer,
      start: await openBook(book, writer),
      latency: readLatency(parameters.get('latency')),
      openSidebar: parameters.get('sidebar') !== '0',
      onTakenOver: () => coverTakenOver(false),
    });
    window.desk = createTestHandle(open);
  }

  if (await lock.tryTake()) return begin();
  coverDesk(words.otherWindowTitle, words.otherWindow, words.openHere, () => {
    lock.takeOver().then(begin).catch(fail);
  });
}

/** Another window asked for the workbook: everything is stored before it may go. */
async function handOver(): Promise<void> {
  const stored = (await open?.finish()) ?? true;
  coverTakenOver(stored);
}

function coverTakenOver(stored: boolean): void {
  const text = stored ? words.takenOver : words.takenOverUnsaved;
  coverDesk(words.takenOverTitle, text, words.openHere, () => location.reload());
}

function fail(error: unknown): void {
  console.error(error);
  const text = error instanceof Error ? error.message : String(error);
  coverDesk(words.failedTitle, text, words.retry, () => location.reload());
}

start().catch(fail);
