/**
 * The formulas of the tab "Kết quả", from the resolution's data: the unit's own part of each indicator as consolidation has it.
 * They name the cells of the years' tabs themselves, so they follow inserted rows and renamed tabs, and take a cell only while
 * its row still has the input's label. Written with `;` and without decimal literals, so that every locale reads them alike.
 */
import type { Plan, PlannedIndicator } from '../../shared/plan.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { NO, NOT_APPLICABLE_WORD, YES } from '../../shared/words.ts';
import { NO_WORDS, YES_WORDS } from './cell-reader.ts';
import { LABEL_COLUMN, type Located } from './layout.ts';
import { NOT_APPLICABLE_TOKENS } from './not-applicable.ts';
import type { ResultsLayout } from './results-rows.ts';
import type { InputTab } from './tabs.ts';
import { columnName, isOneOf, isProper, plainText } from './template-formulas.ts';

/** A tab with inputs as it is in the workbook now. */
export interface TabPlace {
  readonly tab: InputTab;
  readonly name: string;
  readonly located: Pick<Located, 'rows' | 'columns'>;
}

/** Everything that a formula may name. */
export interface ResultsContext {
  readonly plan: Plan;
  readonly layout: ResultsLayout;
  readonly baseline: TabPlace | null;
  /** In the order of time. */
  readonly years: readonly TabPlace[];
}

/** The columns: the baseline, the periods of the shown year, and where the year is chosen. */
export const BASELINE_COLUMN = 4;
export const FIRST_PERIOD_COLUMN = 5;
export const PERIOD_COLUMNS = 4;
export const LAST_PERIOD_COLUMN = FIRST_PERIOD_COLUMN + PERIOD_COLUMNS - 1;
export const RESULT_COLUMNS = LAST_PERIOD_COLUMN + 1;
export const YEAR_CELL = `$${columnName(LAST_PERIOD_COLUMN)}$2`;

/** The single values of the working stand below the first period. */
const SINGLE = `$${columnName(FIRST_PERIOD_COLUMN)}`;
const NOT_APPLICABLE = `"${NOT_APPLICABLE_WORD}"`;

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

/** The unit's part of an indicator, from the working's rows in the same column; empty text where the formula has none. */
export function partFormula({ plan, layout }: ResultsContext, indicator: PlannedIndicator, column: number): string {
  const { formula } = indicator;
  const at = (id: string) => `${columnName(column)}$${rowOf(layout, id)}`;
  const cells = indicator.inputs.map((place) => at(plan.inputs[place]?.id ?? ''));
  const [first = '', second = ''] = cells;
  const wrong = contradictionsOf(
    plan,
    indicator.inputs.map((place) => plan.inputs[place]?.id ?? ''),
  ).map(([part, whole]) => exceeds(at(part.id), at(whole.id)));
  const unless = (blanks: readonly string[], result: string) =>
    `=IF(${anyOf([...blanks.map(isEmpty), ...wrong])};"";${result})`;
  switch (formula.kind) {
    case 'sum':
    case 'flag':
      return unless([first], first);
    case 'ratio':
      return unless(cells, percentage(cells, `100*${first}/${second}`));
    case 'growth':
      return unless(cells, percentage(cells, `100*(${first}-${second})/${second}`));
    case 'termSum': {
      // No year of the term is there yet.
      if (column === BASELINE_COLUMN) return '';
      const past = `${SINGLE}$${pastRowOf(layout, formula.input)}`;
      const sum = `IF(COUNT(${past};${first})=0;${NOT_APPLICABLE};SUM(${past};${first}))`;
      return unless([past, first], sum);
    }
  }
}

/** 0 of 0 is no percentage: nothing arose. */
function percentage(cells: readonly string[], result: string): string {
  return `IF(COUNT(${cells.join(';')})<${cells.length};${NOT_APPLICABLE};IF(${cells[1]}=0;${NOT_APPLICABLE};${result}))`;
}

/** The pairs of a part and its whole that make one of the inputs invalid where the part is greater. */
function contradictionsOf(plan: Plan, inputs: readonly string[]): [part: InputDefinition, whole: InputDefinition][] {
  return plan.inputs.flatMap((part): [InputDefinition, InputDefinition][] => {
    const whole = part.partOf === undefined ? undefined : plan.inputById.get(part.partOf);
    if (whole === undefined || part.kind === 'flag' || !(inputs.includes(part.id) || inputs.includes(whole.id)))
      return [];
    return [[part, whole]];
  });
}

/** Texts are never compared: to a spreadsheet a text is above every number. */
function exceeds(part: string, whole: string): string {
  return `IF(AND(ISNUMBER(${part});ISNUMBER(${whole}));${part}>${whole};FALSE)`;
}

/** By its length: to some engines a zero equals the empty text. */
function isEmpty(cell: string): string {
  return `LEN(${cell})=0`;
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? '') : `OR(${conditions.join(';')})`;
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

/** An input's cell in a period of the tab; empty text where the tab, the row or the column is gone. */
function valueAt(place: TabPlace | null, input: InputDefinition, quarter: number): string {
  const period = place?.tab.periods[quarter];
  const row = place?.located.rows[input.id];
  const column = period === undefined ? undefined : place?.located.columns[period];
  if (place === null || row === undefined || column === undefined) return '""';
  return `${sheetName(place)}!${columnName(column)}${row}`;
}

function labelAt(place: TabPlace | null, input: InputDefinition): string {
  const row = place?.located.rows[input.id];
  return place === null || row === undefined ? '""' : `${sheetName(place)}!${columnName(LABEL_COLUMN)}${row}`;
}

/** From the first input's first period to the last input's last; null where none was found. */
function periodCells(place: TabPlace): string | null {
  const rows = Object.values(place.located.rows);
  const columns = Object.values(place.located.columns);
  if (rows.length === 0 || columns.length === 0) return null;
  const from = `${columnName(Math.min(...columns))}${Math.min(...rows)}`;
  return `${sheetName(place)}!${from}:${columnName(Math.max(...columns))}${Math.max(...rows)}`;
}

function sheetName({ name }: TabPlace): string {
  return `'${name.replace(/'/g, "''")}'`;
}

function rowOf(layout: ResultsLayout, input: string): number {
  return layout.inputs.find((one) => one.input.id === input)?.row ?? 0;
}

function pastRowOf(layout: ResultsLayout, input: string): number {
  return layout.inputs.find((one) => one.input.id === input)?.past ?? 0;
}
