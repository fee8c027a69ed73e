/** Notes an edit in the tab "Tự kiểm tra" beside the step that it was made for. Needs no authorisation: `onEdit` calls it. */
import { safe, TEXT_COLUMNS, TRIAL_COLUMNS } from './result-table.ts';
import { factsOf, STEPS } from './steps.ts';
import { STEP_WORDS, TAB_WORDS } from './words.ts';

type Edit = GoogleAppsScript.Events.SheetsOnEdit;

/** Steps are found by their words: rows may have been inserted. */
export function noteEdit(event: Edit, sheet: GoogleAppsScript.Spreadsheet.Sheet): void {
  const { range } = event;
  const first = range.getColumn();
  if (first <= TEXT_COLUMNS || first > TEXT_COLUMNS + TRIAL_COLUMNS) return;
  const facts = factsOf(event);
  const edited = range.getRow();
  const labels = sheet
    .getRange(1, 1, Math.max(1, sheet.getLastRow()), 1)
    .getValues()
    .map(([label]) => label);
  for (const { id, own, judge } of STEPS) {
    const row = labels.indexOf(STEP_WORDS[id]?.[0] ?? id) + 1;
    const finding = row === 0 || (own && row !== edited) ? null : judge(facts);
    if (finding !== null) sheet.getRange(row, 2, 1, 2).setValues([[TAB_WORDS.kinds[finding.kind], safe(finding.seen)]]);
  }
}
