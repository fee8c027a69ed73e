/**
 * The working of the tab "Kết quả": the year that is shown, and what counts of each input in its periods. A cell counts only while its
 * row still has the input's label. Written with `;` and without decimal literals, so that every locale reads it alike.
 */
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { NO, YES } from '../../shared/words.ts';
import { NO_WORDS, YES_WORDS } from './cell-reader.ts';
import { NOT_APPLICABLE_TOKENS } from './not-applicable.ts';
import { NOT_APPLICABLE, PERIOD_COLUMNS, type ResultsContext, SINGLE, YEAR_CELL } from './results-columns.ts';
import { anyOf, contradictionsOf, exceeds, isEmpty } from './results-conditions.ts';
import { rowOf } from './results-rows.ts';
import { labelAt, periodCells, valueAt } from './tab-cells.ts';
import { columnName, isOneOf, isProper, plainText } from './template-formulas.ts';
import { LABEL_COLUMN } from './template-rows.ts';

/** The newest year with a number; the first one while there is none. */
export function newestYear({ years }: ResultsContext): string {
  const [first, ...later] = years;
  const otherwise = String(first?.tab.year ?? 0);
  return `=${later.reduce((rest, place) => {
    const cells = periodCells(place);
    return cells === null ? rest : `IF(COUNT(${cells})>0;${place.tab.year};${rest})`;
  }, otherwise)}`;
}

/** What was chosen, where it is a year of the term; else the newest one. */
export function shownYear({ years, layout }: ResultsContext): string {
  const chosen = years.map(({ tab }) => `${YEAR_CELL}=${tab.year}`).join(';');
  return `=IF(OR(${chosen});${YEAR_CELL};${SINGLE}$${layout.newest})`;
}

/** What counts of an input: its number, "Có" or "Chưa", "Không áp dụng"; empty where nothing is sent. `quarter` counts from 0; null: the baseline. */
export function stateFormula(
  context: ResultsContext,
  input: InputDefinition,
  row: number,
  quarter: number | null,
): string {
  const { baseline, years } = context;
  const label = `$${columnName(LABEL_COLUMN)}$${row}`;
  if (quarter === null) return `=${stateOf(input, valueAt(baseline, input, 0), labelAt(baseline, input), label)}`;
  const value = ofShownYear(
    context,
    years.map((place) => valueAt(place, input, quarter)),
  );
  const found = ofShownYear(
    context,
    years.map((place) => labelAt(place, input)),
  );
  return `=${stateOf(input, value, found, label)}`;
}

/**
 * The sum of the full years before the shown one: empty where one of them misses its number or has an invalid one; "Không áp dụng"
 * where none of them applies, or where there is none.
 */
export function pastFormula(context: ResultsContext, input: InputDefinition): string {
  const past = context.years.slice(0, -1);
  if (past.length === 0) return `=${NOT_APPLICABLE}`;
  const names = past.map((_, index) => `past_${columnName(index + 1).toLowerCase()}`);
  const steps = past.map((place, index) => {
    const state = (one: InputDefinition) => {
      const label = `$${columnName(LABEL_COLUMN)}$${rowOf(context.layout, one.id)}`;
      return stateOf(one, valueAt(place, one, PERIOD_COLUMNS - 1), labelAt(place, one), label);
    };
    const wrong = contradictionsOf(context.plan, [input.id]).map(
      ([part, whole]) => `LET(part;${state(part)};whole;${state(whole)};${exceeds('part', 'whole')})`,
    );
    const own = wrong.length === 0 ? state(input) : `IF(${anyOf(wrong)};"";${state(input)})`;
    return `${names[index]};IF(${SINGLE}$${context.layout.shown}>${place.tab.year};${own};${NOT_APPLICABLE})`;
  });
  const missing = anyOf(names.map(isEmpty));
  const numbers = names.map((name) => `ISNUMBER(${name})`);
  const sum = names.map((name) => `IF(ISNUMBER(${name});${name};0)`).join('+');
  return `=LET(${steps.join(';')};IF(${missing};"";IF(${anyOf(numbers)};${sum};${NOT_APPLICABLE})))`;
}

/**
 * Of one cell of each year's tab the shown year's. Not by CHOOSE: some engines make a zero of the blank cell that it gives, where IF
 * keeps it blank.
 */
function ofShownYear({ years, layout }: ResultsContext, cells: readonly string[]): string {
  const shown = `${SINGLE}$${layout.shown}`;
  const [newest = '""', ...before] = [...cells].reverse();
  return before.reduce((rest, cell, index) => {
    const year = years[cells.length - 2 - index]?.tab.year ?? 0;
    return `IF(${shown}=${year};${cell};${rest})`;
  }, newest);
}

/** What `cell-reader.ts` makes of the cell, while the text beside it is the input's label. */
function stateOf(input: InputDefinition, value: string, found: string, label: string): string {
  const word = `LET(word;${plainText('raw')};${input.kind === 'flag' ? flagWord() : notApplicable()})`;
  const flag = `IF(ISLOGICAL(raw);IF(raw;"${YES}";"${NO}");${word})`;
  const number = `IF(ISNUMBER(raw);IF(${isProper('raw', input.decimals)};raw;"");${word})`;
  const state = `IF(ISERROR(raw);"";${input.kind === 'flag' ? flag : number})`;
  // A row that is gone leaves an error where its label was.
  return `LET(raw;${value};IF(IFERROR(TRIM(${found})=${label};FALSE);${state};""))`;
}

function flagWord(): string {
  return `IF(${isOneOf('word', YES_WORDS)};"${YES}";IF(${isOneOf('word', NO_WORDS)};"${NO}";${notApplicable()}))`;
}

function notApplicable(): string {
  return `IF(${isOneOf('word', NOT_APPLICABLE_TOKENS)};${NOT_APPLICABLE};"")`;
}
