/** What a cell holds, as plain data, so that what the sidebar writes over it can be taken back. */

import type { Value } from '../../shared/values.ts';
import type { CellContent, CellReading } from '../rpc.ts';
import { cellTextOf } from './cell-reader.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * Asks the cell only where its reading does not tell all: a formula, a text that is no value, a date, a share.
 * @param kept the value that was kept there and is not confirmed.
 */
export function contentBefore(cell: Range, reading: CellReading | undefined, kept: Value | undefined): CellContent {
  if (reading === undefined) return { kind: 'value', value: null, kept: false };
  if (reading.status === 'value' && !reading.fromFormula) {
    return { kind: 'value', value: reading.value, kept: reading.value === kept };
  }
  const numberFormat = cell.getNumberFormat();
  const formula = cell.getFormula();
  if (formula !== '') return { kind: 'formula', formula, numberFormat };
  const content: unknown = cell.getValue();
  if (typeof content === 'string' || typeof content === 'number' || typeof content === 'boolean') {
    return { kind: 'other', content, numberFormat };
  }
  return { kind: 'date', at: Number(content), numberFormat };
}

export function putBack(cell: Range, before: CellContent): void {
  if (before.kind === 'value') {
    cell.setValue(cellTextOf(before.value));
    return;
  }
  // First the format: it decides how a text is read.
  cell.setNumberFormat(before.numberFormat);
  if (before.kind === 'formula') cell.setFormula(before.formula);
  else cell.setValue(before.kind === 'date' ? new Date(before.at) : before.content);
}
