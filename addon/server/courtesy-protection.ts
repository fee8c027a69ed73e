/**
 * Protection as a courtesy: whoever changes the structure is asked first, nobody is refused. A hard one would make the runs of
 * other editors fail, and holds no owner anyway.
 */
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Protects a sheet but for `free`, once; a protection that somebody else made stays as it is. */
export function protectStructure(spreadsheet: Spreadsheet, sheet: Sheet, words: string, free: readonly Range[]): void {
  const there = protectionOf(sheet);
  if (there !== null && there.getDescription() !== words && !isUnfinished(spreadsheet, there)) return;
  // A sheet has one protection: asked for another, the platform gives the one that is there.
  const protection = there ?? sheet.protect();
  protection.setDescription(words).setWarningOnly(true);
  // The last step: where it is done, everything is.
  protection.setUnprotectedRanges([...free]);
}

/** Whether the sheet has this protection with its free ranges. */
export function isProtected(sheet: Sheet, words: string): boolean {
  const there = protectionOf(sheet);
  return there?.getDescription() === words && there.getUnprotectedRanges().length > 0;
}

function protectionOf(sheet: Sheet): Protection | null {
  return sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0] ?? null;
}

/** A run that was stopped right after making it leaves one without words, which keeps nobody out. */
function isUnfinished(spreadsheet: Spreadsheet, protection: Protection): boolean {
  if (protection.getDescription() !== '') return false;
  const may = protection.getEditors().map((editor) => editor.getEmail());
  return spreadsheet.getEditors().every((editor) => may.includes(editor.getEmail()));
}
