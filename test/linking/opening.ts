/** What the built script tells the dialog of a workbook that is not linked yet. */
import { builtFiles } from '../../addon/built-addon.test-support.ts';
import type { WorkbookModel } from '../../addon/desk/stand-in/workbook-model.ts';
import type { LinkOpening } from '../../addon/link-rpc.ts';
import { openOwn } from '../../addon/own-book.test-support.ts';

export async function openingOf(model: WorkbookModel): Promise<LinkOpening> {
  // A formula that is still being computed gives what people see, at Google's; the stand-in gives nothing.
  for (const { sheetId, row, column } of model.pendingFormulas())
    model.setFormulaResults([{ sheetId, row, column, value: model.display(sheetId, row, column) }]);
  return openOwn(await builtFiles(), model).call('linkOpen');
}
