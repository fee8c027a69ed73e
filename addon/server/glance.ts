/**
 * The quick question of an open sidebar: is everything as it was last told? It is answered from the sheet alone, without the memory in the
 * properties and without the cache, and most of a day's questions are such. What the sidebar hands back is what it was told to hand back.
 */
import type { Period } from '../../shared/periods.ts';
import type { Glance, Selection } from '../rpc.ts';
import type { BookReading } from './book-reader.ts';
import { awaitsLateAlone } from './late-tries.ts';
import { versionOf } from './observe.ts';
import type { Outbox } from './outbox.ts';
import { readSheetGrid, type SheetGrid } from './sheet-grid.ts';
import { type Cursor, cursorIn, layoutsAt, placeIn } from './sidebar-state.ts';
import { nextTurn } from './sync.ts';
import type { Workbook } from './workbook.ts';

/** So often the memory is read afresh: other people's edits in tabs that are not shown, what another run has sent. */
export const FRESH_MS = 180_000;
const CLAIM_LOOK_MS = 2_000;

/** `grids`: what was read to find that out, by sheet id. */
export type Looked =
  | { readonly kind: 'same'; readonly selection: Selection | null }
  | { readonly kind: 'changed'; readonly grids: Map<number, SheetGrid> };

export function lookAgain(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, glance: Glance): Looked {
  const grids = new Map<number, SheetGrid>();
  const cursor = cursorIn(spreadsheet);
  if ((cursor?.sheet ?? null) !== glance.cursor) return { kind: 'changed', grids };
  for (const [id, digest] of glance.sheets) {
    const sheet = spreadsheet.getSheetById(id);
    if (sheet === null) return { kind: 'changed', grids };
    const grid = readSheetGrid(sheet);
    grids.set(id, grid);
    if (grid.digest !== digest) return { kind: 'changed', grids };
  }
  return { kind: 'same', selection: placeIn(glance.layouts, cursor) };
}

interface Told {
  readonly workbook: Workbook;
  readonly outbox: Outbox;
  /** The same as it stands written. */
  readonly noted: Outbox;
  readonly reading: BookReading;
  readonly cursor: Cursor | null;
  /** When the memory was last read afresh. */
  readonly freshAt: number;
}

/** What to hand back with the next question, and for how long that will do. */
export function glanceAt({ workbook, outbox, noted, reading, cursor, freshAt }: Told): {
  glance: Glance;
  goodForMs: number;
} {
  const now = Date.now();
  const sheets = reading.tabs.flatMap(({ tab, digest }): (readonly [number, string])[] => {
    const id = workbook.book.tabs[tab.key]?.id;
    return id === undefined || digest === '' ? [] : [[id, digest]];
  });
  const until = Math.min(freshAt + FRESH_MS, ...workbook.plan.periods.map((period) => dueAt(workbook, outbox, period)));
  return {
    glance: {
      sheets: [...new Map(sheets)],
      cursor: cursor?.sheet ?? null,
      layouts: layoutsAt(workbook, outbox, cursor),
      freshAt,
      version: versionOf(workbook, noted),
    },
    goodForMs: Math.max(0, until - now),
  };
}

/** When something is to be done about a period without anything having changed. */
function dueAt(workbook: Workbook, outbox: Outbox, period: Period): number {
  const record = outbox.record(period);
  const { waiting, trouble, conflict, claim } = record;
  const never = Number.POSITIVE_INFINITY;
  if (!waiting || workbook.copyOf !== null || conflict !== null) return never;
  if (trouble !== null) return trouble.retryAt ?? never;
  // Another run is sending it, or was killed over it.
  const claimed = claim === null ? 0 : Math.min(claim.until, Date.now() + CLAIM_LOOK_MS);
  const asked = awaitsLateAlone(record) ? record.lateUntil : 0;
  return Math.max(outbox.line?.retryAt ?? 0, claimed, asked, nextTurn(workbook, outbox));
}
