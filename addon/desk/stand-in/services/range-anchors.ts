/** Range: what is anchored to it: validation, protection, developer metadata. */
import { shifted } from '../model/formula-text.ts';
import type { Cell, ValidationRule } from '../model/types.ts';
import { checkMatrix, entry } from './matrix.ts';
import { addMetadata, metadataFinder, metadataObjects } from './metadata.ts';
import { makeProtection, newProtection } from './protection.ts';
import type { RangeContext } from './range.ts';
import { makeRule } from './validation.ts';

type GRange = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;
type Anchors = Pick<
  GRange,
  | 'getDataValidation'
  | 'getDataValidations'
  | 'setDataValidation'
  | 'setDataValidations'
  | 'insertCheckboxes'
  | 'removeCheckboxes'
  | 'protect'
  | 'addDeveloperMetadata'
  | 'getDeveloperMetadata'
  | 'createDeveloperMetadataFinder'
>;

const CHECKBOX: ValidationRule = {
  criteria: 'CHECKBOX',
  values: [],
  range: null,
  showDropdown: false,
  allowInvalid: false,
  helpText: null,
};

export function rangeAnchors({ kit, ref, self }: RangeContext): Anchors {
  const { sheetId, area } = ref;
  const model = kit.run.host.model;
  const write = (make: (cell: Cell, row: number, column: number) => Cell): GRange => {
    kit.run.write(sheetId, area, make);
    return self();
  };
  const ruleOf = (rule: Rule | null): ValidationRule | null => (rule === null ? null : kit.rules.of(rule));
  const handOut = (cell: Cell): Rule | null => (cell.validation ? makeRule(kit, cell.validation) : null);

  return {
    getDataValidation: () => handOut(model.cell(sheetId, area.row, area.column)),
    getDataValidations: () => model.read(sheetId, area).map((cells) => cells.map(handOut)),
    setDataValidation: (rule: Rule | null) => {
      const validation = ruleOf(rule);
      return write((cell, row, column) => ({
        ...cell,
        validation: validation && ruleAt(validation, row - area.row, column - area.column),
      }));
    },
    setDataValidations: (rules: (Rule | null)[][]) => {
      checkMatrix(rules, area);
      return write((cell, row, column) => ({ ...cell, validation: ruleOf(entry(rules, area, row, column)) }));
    },
    insertCheckboxes: (...values: unknown[]) => {
      if (values.length > 0) throw new Error('Range.insertCheckboxes with values is not in the stand-in');
      return write((cell) => ({ ...cell, value: cell.value ?? false, validation: CHECKBOX }));
    },
    removeCheckboxes: () =>
      write((cell) => (cell.validation?.criteria === 'CHECKBOX' ? { ...cell, value: null, validation: null } : cell)),
    protect: () => makeProtection(kit, newProtection(kit, sheetId, area)),
    addDeveloperMetadata: (key: string, second?: unknown, third?: unknown) => {
      addMetadata(kit, anchorOf(ref), [key, second, third]);
      return self();
    },
    getDeveloperMetadata: () => metadataObjects(kit, (entry) => isAt(entry.location, ref)),
    createDeveloperMetadataFinder: () => metadataFinder(kit, { kind: 'range', ref }),
  };
}

/** A formula is written for the first cell of the range and goes along with each, as it does when typed into the rule's dialog. */
function ruleAt(rule: ValidationRule, rows: number, columns: number): ValidationRule {
  if (rule.criteria !== 'CUSTOM_FORMULA' || (rows === 0 && columns === 0)) return rule;
  return { ...rule, values: rule.values.map((value) => shifted(String(value), rows, columns)) };
}

/** Google takes metadata on one whole row or column only, named as such ("5:5"). */
function anchorOf(ref: RangeContext['ref']) {
  const { sheetId, area, whole } = ref;
  if (whole === 'rows' && area.rows === 1) return { type: 'ROW', sheetId, index: area.row } as const;
  if (whole === 'columns' && area.columns === 1) return { type: 'COLUMN', sheetId, index: area.column } as const;
  throw new Error(
    'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
  );
}

function isAt(
  location: Parameters<Parameters<typeof metadataObjects>[1]>[0]['location'],
  ref: RangeContext['ref'],
): boolean {
  const { sheetId, area, whole } = ref;
  if (location.type === 'ROW' && whole === 'rows')
    return location.sheetId === sheetId && location.index === area.row && area.rows === 1;
  if (location.type === 'COLUMN' && whole === 'columns')
    return location.sheetId === sheetId && location.index === area.column && area.columns === 1;
  return false;
}
