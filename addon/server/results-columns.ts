/** Where the columns of the tab "Kết quả" are, counted from 1, and what its formulas may name. */
import type { Plan } from '../../shared/plan.ts';
import { NOT_APPLICABLE_WORD } from '../../shared/words.ts';
import type { ResultsLayout } from './results-rows.ts';
import type { TabPlace } from './tab-cells.ts';
import { columnName } from './template-formulas.ts';

/** The baseline, the periods of the shown year, the goal; and where the year is chosen. */
export const BASELINE_COLUMN = 4;
export const FIRST_PERIOD_COLUMN = 5;
export const PERIOD_COLUMNS = 4;
export const LAST_PERIOD_COLUMN = FIRST_PERIOD_COLUMN + PERIOD_COLUMNS - 1;
export const RESULT_COLUMNS = LAST_PERIOD_COLUMN + 1;
export const YEAR_CELL = `$${columnName(LAST_PERIOD_COLUMN)}$2`;

/** The single values of the working stand below the first period. */
export const SINGLE = `$${columnName(FIRST_PERIOD_COLUMN)}`;
/** The word as a formula writes it. */
export const NOT_APPLICABLE = `"${NOT_APPLICABLE_WORD}"`;

/** Everything that a formula may name. */
export interface ResultsContext {
  readonly plan: Plan;
  readonly layout: ResultsLayout;
  readonly baseline: TabPlace | null;
  /** In the order of time. */
  readonly years: readonly TabPlace[];
}
