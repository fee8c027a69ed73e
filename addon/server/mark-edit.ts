/** The simple edit trigger: marks the periods whose columns were edited, and nothing else. A mark says "read it again". */

import { isPeriod, type Period } from '../../shared/periods.ts';
import { loadOutbox, markPeriods } from './outbox.ts';
import { noteEdit } from './self-check/note-edit.ts';
import { TAB_PROPERTY } from './self-check/result-tab.ts';
import { LABEL_COLUMN } from './template-rows.ts';

/** Needs no authorisation and no plan: it runs at every edit, and a column typed fast drops some of them anyway. */
export function markEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const { range } = event;
  const outbox = loadOutbox();
  const checked = outbox.snapshot[TAB_PROPERTY];
  if (outbox.book === null && checked === undefined) return;
  const tab = range.getSheet();
  const sheet = tab.getSheetId();
  if (String(sheet) === checked) noteEdit(event, tab);
  const key = Object.entries(outbox.book?.tabs ?? {}).find(([, { id }]) => id === sheet)?.[0];
  const columns = key === undefined ? undefined : outbox.layout(key)?.columns;
  if (columns === undefined) return;
  const edited = periodsBetween(columns, range.getColumn(), range.getLastColumn());
  if (edited.length > 0) markPeriods(edited, outbox.snapshot);
}

/** The periods whose columns lie in the edited ones; all of the tab's where its labels were touched. */
export function periodsBetween(columns: Readonly<Record<string, number>>, first: number, last: number): Period[] {
  const labels = first <= LABEL_COLUMN && LABEL_COLUMN <= last;
  return Object.entries(columns).flatMap(([period, column]) =>
    isPeriod(period) && (labels || (first <= column && column <= last)) ? [period] : [],
  );
}
