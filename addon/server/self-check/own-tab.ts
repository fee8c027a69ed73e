/** Tabs that the self-check makes: behind all others, and marked at once, as a name might be a person's own. */

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function newOwnTab(spreadsheet: Spreadsheet, name: string, key: string, value: string): Sheet {
  const sheet = spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
  try {
    return sheet.addDeveloperMetadata(key, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  } catch (error) {
    // Without its mark nobody would find it again.
    spreadsheet.deleteSheet(sheet);
    throw error;
  }
}

/** With their marks' values. */
export function ownTabs(spreadsheet: Spreadsheet, key: string): { sheet: Sheet; value: string | null }[] {
  const marks = spreadsheet.createDeveloperMetadataFinder().withKey(key).find();
  return marks.flatMap((mark) => {
    const sheet = mark.getLocation().getSheet();
    return sheet === null ? [] : [{ sheet, value: mark.getValue() }];
  });
}
