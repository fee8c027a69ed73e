/** What stands in the cells of the tab "Kết quả": texts, and the formulas that do the rest. Pure. */
import { yearOf } from '../../shared/periods.ts';
import type { Plan } from '../../shared/plan.ts';
import { periodHeading } from '../../shared/words.ts';
import { BASELINE_COLUMN, PERIOD_COLUMNS, RESULT_COLUMNS, type ResultsContext } from './results-columns.ts';
import { partFormula } from './results-parts.ts';
import type { ResultRow } from './results-rows.ts';
import { newestYear, pastFormula, shownYear, stateFormula } from './results-states.ts';
import { resultGoal, resultUnit } from './results-texts.ts';
import { RESULT_WORDS } from './words.ts';

const QUARTERS = Array.from({ length: PERIOD_COLUMNS }, (_, quarter) => quarter);

/** The heads and the rows below them, as many columns as the tab has. */
export function tableContents(context: ResultsContext): string[][] {
  return [heads(context), ...context.layout.rows.map((row) => bodyRow(context, row))];
}

/** STT, Chỉ tiêu, Đơn vị tính. */
export function leadingTexts(plan: Plan, row: ResultRow): string[] {
  if (row.kind !== 'indicator') return [row.number, row.label, ''];
  return [row.number, row.indicator.definition.label, resultUnit(plan, row.indicator)];
}

/** The heading, the two years, and for each input what counts of it in every period. */
export function workingContents(context: ResultsContext): string[][] {
  const inputs = context.layout.inputs.flatMap(({ input, row, past }) => {
    const states = [null, ...QUARTERS].map((quarter) => stateFormula(context, input, row, quarter));
    const own = ['', input.label, input.unit, ...states];
    if (past === null) return [own];
    return [own, ['', RESULT_WORDS.past(input.short), '', '', pastFormula(context, input)]];
  });
  return [
    ['', RESULT_WORDS.working],
    ['', RESULT_WORDS.newest, '', '', newestYear(context)],
    ['', RESULT_WORDS.shown, '', '', shownYear(context)],
    ...inputs,
  ].map(padded);
}

function heads({ plan, years }: ResultsContext): string[] {
  const words = RESULT_WORDS.heads;
  const periods = years[0]?.tab.periods ?? [];
  const baseline = words.baseline(yearOf(plan.resolution.term.baseline));
  return [words.number, words.label, words.unit, baseline, ...periods.map(periodHeading), words.goal];
}

function bodyRow(context: ResultsContext, row: ResultRow): string[] {
  const texts = leadingTexts(context.plan, row);
  if (row.kind !== 'indicator') return padded(texts);
  const parts = [null, ...QUARTERS].map((_, index) => partFormula(context, row.indicator, BASELINE_COLUMN + index));
  return [...texts, ...parts, resultGoal(context.plan, row.indicator)];
}

function padded(row: readonly string[]): string[] {
  return [...row, ...Array<string>(RESULT_COLUMNS - row.length).fill('')];
}
