/** Draws a sheet's validation and conditional formats, all anew where any of them changed. */

import { AddDataValidationMutation, RemoveDataValidationMutation } from '@univerjs/preset-sheets-data-validation';
import { AddConditionalRuleMutation, DeleteConditionalRuleMutation } from '@univerjs/sheets-conditional-formatting';
import type { SheetState } from '../../stand-in/model/types.ts';
import type { Mutate } from './paint-cells.ts';
import { formatRules, validationRules } from './rules.ts';

/** Makes the function that draws one sheet's rules; `nameOf` gives a sheet's name for rules that refer to it. */
export function createRulePainter(mutate: Mutate, nameOf: (sheetId: number) => string): (sheet: SheetState) => void {
  let validation: ReturnType<typeof validationRules> = [];
  let formats: ReturnType<typeof formatRules> = [];

  function paintValidation(subUnitId: string, next: typeof validation): void {
    if (JSON.stringify(next) === JSON.stringify(validation)) return;
    const ruleId = validation.map(({ uid }) => uid);
    if (ruleId.length > 0) mutate(RemoveDataValidationMutation.id, { subUnitId, ruleId });
    if (next.length > 0) mutate(AddDataValidationMutation.id, { subUnitId, rule: next });
    validation = next;
  }

  function paintFormats(subUnitId: string, next: typeof formats): void {
    if (JSON.stringify(next) === JSON.stringify(formats)) return;
    for (const { cfId } of formats) mutate(DeleteConditionalRuleMutation.id, { subUnitId, cfId });
    // Each is added before the others: the first rule must be the last one added, and so win.
    for (const rule of [...next].reverse()) mutate(AddConditionalRuleMutation.id, { subUnitId, rule });
    formats = next;
  }

  return (sheet) => {
    paintValidation(String(sheet.id), validationRules(sheet, nameOf));
    paintFormats(String(sheet.id), formatRules(sheet));
  };
}
