/** Formulas as a script writes them and reads them back: in cells, in rules. */
import { acceptsNumber, isUnsendable } from '../template-formulas.ts';
import { thePlan } from '../the-plan.ts';
import type { Bench } from './bench.ts';
import { type Check, differs, expecting, type Finding, messageOf, untried } from './check.ts';
import { SEEN_WORDS } from './words.ts';

export const FORMULA_CHECKS: readonly Check[] = [
  {
    id: 'formulas.separator',
    attempt: (bench) => expecting(bench.cell().setFormula('=SUM(1;2)').getFormula(), '=SUM(1,2)'),
  },
  { id: 'formulas.value', attempt: (bench) => computed(bench, '=SUM(1;2)', 3) },
  { id: 'formulas.error', attempt: (bench) => expecting(bench.cell().setFormula('=1/0').getFormula(), '=1/0') },
  { id: 'formulas.error-value', attempt: (bench) => computed(bench, '=1/0', '#DIV/0!') },
  { id: 'formulas.condition', attempt: (bench) => conditionReadBack(bench, isUnsendable('A1', 2)) },
  {
    id: 'formulas.condition-elsewhere',
    attempt: (bench) => conditionReadBack(bench, elsewhere(bench.place.sheet.getName())),
  },
  { id: 'formulas.validation', attempt: validationReadBack },
];

/** True wherever another tab can be reached from a conditional format, whatever stands there. */
export function elsewhere(tab: string): string {
  return `=ROWS(INDIRECT("'${tab.replace(/'/g, "''").replace(/"/g, '""')}'!A1:A2"))=2`;
}

/** A host whose grid computes only after the run has no value to give, and says so by an exception. */
function computed(bench: Bench, formula: string, expected: unknown): Finding {
  const cell = bench.cell().setFormula(formula);
  SpreadsheetApp.flush();
  try {
    return expecting(cell.getValue(), expected);
  } catch (error) {
    return untried(SEEN_WORDS.notComputed(messageOf(error)));
  }
}

function conditionReadBack({ sheet, cell, afterwards }: Bench, formula: string): Finding {
  afterwards(() => sheet.clearConditionalFormatRules());
  const rule = SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(formula)
    .setBackground('#fce8e6')
    .setRanges([cell()])
    .build();
  sheet.setConditionalFormatRules([rule]);
  const [back] = sheet.getConditionalFormatRules();
  return readBack(back?.getBooleanCondition()?.getCriteriaValues()[0], formula);
}

/** The very rule that the template has, with its letters in both spellings. */
function validationReadBack(bench: Bench): Finding {
  const [input] = thePlan().resolution.inputs;
  if (input === undefined) return untried(SEEN_WORDS.nothing);
  const formula = acceptsNumber('A1', input);
  const rule = SpreadsheetApp.newDataValidation().requireFormulaSatisfied(formula).setAllowInvalid(false).build();
  const back = bench.cell().setDataValidation(rule).getDataValidation();
  return readBack(back?.getCriteriaValues()[0], formula);
}

/** Long formulas are told by their beginning. */
function readBack(back: unknown, written: string): Finding {
  const short = (formula: unknown) => (typeof formula === 'string' ? formula.slice(0, 80) : formula);
  if (back !== written && short(back) === short(written)) return differs(SEEN_WORDS.changedFurtherOn(short(written)));
  return expecting(short(back), short(written));
}
