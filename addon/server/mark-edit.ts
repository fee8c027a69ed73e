/** The simple edit trigger: marks the periods whose columns were edited, and nothing else. A mark says "read it again". */

import { isPeriod, type Period } from '../../shared/periods.ts';
import { loadOutbox, markPeriods } from './outbox.ts';
import type { LayoutRecord } from './records.ts';
import { noteEdit } from './self-check/note-edit.ts';
import { TAB_PROPERTY } from './self-check/result-tab.ts';

/** Needs no authorisation and no plan: it runs at every edit, and a column typed fast drops some of them anyway. */
export function markEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const { range } = event;
  const outbox = loadOutbox();
  const checked = outbox.snapshot[TAB_PROPERTY];
  if (outbox.book === null && checked === undefined) return;
  const sheet = range.getSheet();
  const id = sheet.getSheetId();
  if (String(id) === checked) noteEdit(event, sheet);
  const edited = Object.entries(outbox.book?.tabs ?? {}).flatMap(([key, tab]) => {
    const layout = tab.id === id ? outbox.layout(key) : null;
    return layout === null ? [] : periodsBetween(layout, range.getColumn(), range.getLastColumn());
  });
  markPeriods([...new Set(edited)], outbox);
}

/** The periods whose columns lie in the edited ones; all of the tab's where its labels were touched, or columns that nobody knows yet. */
function periodsBetween(
  { labelColumn, columns }: Pick<LayoutRecord, 'labelColumn' | 'columns'>,
  first: number,
  last: number,
): Period[] {
  const all = Object.keys(columns).filter(isPeriod);
  const between = all.filter((period) => first <= (columns[period] ?? 0) && (columns[period] ?? 0) <= last);
  return first <= labelColumn || between.length === 0 ? all : between;
}
