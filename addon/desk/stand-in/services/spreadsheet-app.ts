/** SpreadsheetApp: the bound spreadsheet and no other (`spreadsheets.currentonly`), builders, enumerations. */
import * as enums from './enums.ts';
import { formatRuleBuilder } from './format-rules.ts';
import type { Kit } from './kit.ts';
import { missing } from './properties.ts';
import { strict } from './strict.ts';
import { makeUi } from './ui.ts';
import { ruleBuilder } from './validation.ts';

type GService = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type GRange = GoogleAppsScript.Spreadsheet.Range;

/** Google has it, its types forgot it: `SpreadsheetApp.BorderStyle`. */
type Service = GService & { BorderStyle: typeof GoogleAppsScript.Spreadsheet.BorderStyle };

export function makeSpreadsheetApp(kit: Kit): Service {
  const spreadsheet = () => kit.spreadsheet();
  // A clock run need not have one, whatever the types say.
  const current = () =>
    kit.run.identity.kind === 'clock' && kit.run.host.ports.lacksService?.('activeSpreadsheet')
      ? missing<ReturnType<typeof spreadsheet>>()
      : spreadsheet();
  return strict<Service>(kit.run, 'SpreadsheetApp', {
    BooleanCriteria: enums.booleanCriteria.values,
    BorderStyle: enums.borderStyle.values,
    DataValidationCriteria: enums.validationCriteria.values,
    DeveloperMetadataLocationType: enums.metadataLocationType.values,
    DeveloperMetadataVisibility: enums.metadataVisibility.values,
    Dimension: enums.dimension.values,
    GroupControlTogglePosition: enums.groupControl.values,
    ProtectionType: enums.protectionType.values,
    WrapStrategy: enums.wrapStrategy.values,
    getActive: current,
    getActiveSpreadsheet: current,
    getActiveSheet: () => kit.sheet(active().sheetId),
    getActiveRange: () => kit.range(active().sheetId, active().area),
    getCurrentCell: () => kit.range(active().sheetId, { ...active().area, rows: 1, columns: 1 }),
    setActiveRange: (range: GRange) => range.activate(),
    setCurrentCell: (range: GRange) => range.activate(),
    setActiveSheet: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => sheet.activate(),
    getUi: () => makeUi(kit),
    // Entering the call has made the writes that waited; what a flush would compute comes from the grid, after the run.
    flush: () => undefined,
    newDataValidation: () => ruleBuilder(kit),
    newConditionalFormatRule: () => formatRuleBuilder(kit),
    openById: (id) => {
      if (id !== kit.run.host.model.state.id)
        throw new Error('You do not have permission to access the requested document.');
      return spreadsheet();
    },
  });

  function active() {
    return kit.run.host.model.selection(kit.viewer);
  }
}
