/** The open sidebar's regular question: what the sheet says now, what waits, what became of it. Sends under the person's name. */

import type { Period } from '../../shared/periods.ts';
import type { GlanceAnswer, GlanceRequest, PulseAnswer, PulseRequest } from '../rpc.ts';
import { readTabs } from './book-reader.ts';
import { FRESH_MS, glanceAt, lookAgain } from './glance.ts';
import { identityToken } from './identity.ts';
import { versionOf } from './observe.ts';
import { loadOutbox, type Outbox, recentOutbox } from './outbox.ts';
import { sendWaiting, tabsToLookAt, withMarksOf } from './send-waiting.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { noteSidebarOpen } from './sidebar-heartbeat.ts';
import { cursorIn, NOTHING_OPEN, pulseAnswer, selectionAt } from './sidebar-state.ts';
import { refreshSummary } from './summary-tab.ts';
import { readBack } from './sync.ts';
import { openWorkbook, type Workbook } from './workbook.ts';

/** The rest waits for the next pulse: an answer should not take longer than a few requests. */
const AT_MOST_PERIODS = 3;

/** How a question is answered: from a memory that was read afresh at `freshAt`. */
interface Means {
  readonly load: () => Outbox;
  readonly freshAt: number;
  /** Sheets that this run has read before it knew the memory, and the version that it had been told of. */
  readonly looked: { readonly grids: Map<number, SheetGrid>; readonly version: number } | null;
}

export function answerPulse(request: PulseRequest): PulseAnswer {
  noteSidebarOpen();
  return answerInFull(request, { load: loadOutbox, freshAt: Date.now(), looked: null });
}

/** Where a sheet has changed, the memory as of the last change will do: what is to be sent is decided under the lock. */
export function answerGlance({ glance, ...request }: GlanceRequest): GlanceAnswer {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const looked = lookAgain(spreadsheet, glance);
  if (looked.kind === 'same') return { selection: looked.selection, pulse: null };
  const stale = Date.now() - glance.freshAt >= FRESH_MS;
  const { freshAt, version } = glance;
  const pulse = stale
    ? answerPulse(request)
    : answerInFull(request, { load: recentOutbox, freshAt, looked: { grids: looked.grids, version } });
  return { selection: pulse.selection, pulse };
}

function answerInFull(request: PulseRequest, { load, freshAt, looked }: Means): PulseAnswer {
  const opening = openWorkbook(load);
  if (opening?.kind !== 'open') return NOTHING_OPEN;
  const { workbook, outbox } = opening;
  const asked = withMarksOf(outbox, askAfter(workbook, outbox, request));
  // A run that has noted something since may have read the sheet later than this one: then it is read again.
  const isNewest = looked !== null && looked.version === versionOf(workbook, asked);
  const grids = isNewest ? looked.grids : new Map<number, SheetGrid>();
  const reading = readTabs(workbook, asked, tabsToLookAt(workbook, asked, request.period), grids);
  const sending = { via: 'person', editors: null, urgent: false, submit: false } as const;
  const watched = { watched: request.period };
  const sent = sendWaiting(workbook, { reading, outbox: asked }, sending, AT_MOST_PERIODS, watched);
  const cursor = cursorIn(workbook.spreadsheet);
  const told = { workbook, outbox: sent.outbox, reading, cursor };
  const selection = selectionAt(workbook, sent.outbox, cursor);
  const answer = pulseAnswer({ ...told, period: request.period, seen: request.seen, selection });
  return { ...answer, ...glanceAt({ ...told, noted: sent.noted, freshAt }) };
}

/** A returned report whose words are not known yet is asked after too. */
function askAfter(workbook: Workbook, outbox: Outbox, { period, refresh, summary }: PulseRequest): Outbox {
  if (period === null || workbook.copyOf !== null) return outbox;
  const report = refresh === true || lacksReturnReason(outbox, period);
  if (!report && summary !== true) return outbox;
  const token = identityToken();
  if (token === null) return outbox;
  const read = (report ? readBack(workbook, period, token.token) : null) ?? outbox;
  if (refresh === true || summary === true) refreshSummary(workbook, read, token.token);
  return read;
}

function lacksReturnReason(outbox: Outbox, period: Period): boolean {
  const { state, returnReason } = outbox.record(period);
  return state === 'returned' && returnReason === null;
}
