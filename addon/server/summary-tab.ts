/** Fetches the commune's figures into the tab "Tổng hợp": one write, and only where something changed. */
import * as v from 'valibot';
import { type Summary, SummarySchema } from '../../shared/wire.ts';
import { digestOf } from './digest.ts';
import { changeOutbox, type Outbox } from './outbox.ts';
import { SUMMARY_COLUMNS, summaryTable } from './summary-table.ts';
import { SUMMARY_TAB } from './tabs.ts';
import { ACTION_WORDS, TROUBLE_WORDS } from './words.ts';
import { sheetOf, type Workbook } from './workbook.ts';
import { askWorker } from './worker-client.ts';

export type SummaryOutcome =
  | { readonly kind: 'written' | 'fresh' }
  | { readonly kind: 'failed'; readonly message: string };

type Fetched =
  | { readonly kind: 'summary'; readonly summary: Summary; readonly etag: string }
  | { readonly kind: 'fresh' }
  | { readonly kind: 'failed'; readonly message: string };

export function refreshSummary(workbook: Workbook, outbox: Outbox, token: string): SummaryOutcome {
  const sheet = sheetOf(workbook, SUMMARY_TAB);
  // Not made anew here: a new tab would come to the front, and a background run takes nobody's tab away.
  if (sheet === null) {
    const { noOwnSummary, noSummaryTab } = ACTION_WORDS;
    return { kind: 'failed', message: workbook.book.own ? noOwnSummary : noSummaryTab };
  }
  const blank = sheet.getLastRow() === 0;
  const fetched = fetchSummary(token, blank ? null : (outbox.summary?.etag ?? null));
  if (fetched.kind !== 'summary') return fetched;
  const { plan, book } = workbook;
  const table = summaryTable({ plan, unit: book.unit, sample: book.sample, summary: fetched.summary });
  const digest = digestOf(JSON.stringify(table));
  const changed = blank || digest !== outbox.summary?.digest;
  if (changed) {
    sheet.getRange(1, 1, table.length, SUMMARY_COLUMNS).setValues(table);
    // What is remembered as written must be there, even if the run ends here.
    SpreadsheetApp.flush();
  }
  changeOutbox(() => ({ summary: { etag: fetched.etag, digest } }));
  return { kind: changed ? 'written' : 'fresh' };
}

function fetchSummary(token: string, etag: string | null): Fetched {
  const headers: Record<string, string> = etag === null || etag === '' ? {} : { 'If-None-Match': etag };
  const answer = askWorker({ method: 'get', path: '/api/summary', token, headers });
  if (answer.kind === 'unreachable') return { kind: 'failed', message: TROUBLE_WORDS.unreachable };
  if (answer.status === 304) return { kind: 'fresh' };
  if (answer.status !== 200) return { kind: 'failed', message: TROUBLE_WORDS.other(answer.status, '') };
  const parsed = v.safeParse(SummarySchema, answer.body);
  if (!parsed.success) return { kind: 'failed', message: TROUBLE_WORDS.badAnswer };
  return { kind: 'summary', summary: parsed.output, etag: answer.headers.etag ?? '' };
}
