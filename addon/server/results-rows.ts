/** The tab "Kết quả" as rows: the unit's indicators in the resolution's order, the foot, and the working that they are computed from. Pure. */
import { inputIdsOf, inputsOf, type Plan, type PlannedIndicator } from '../../shared/plan.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { FOOT_ROWS } from './foot.ts';
import { type HeadingRow, sectionedRows } from './sectioned-rows.ts';

export type ResultRow =
  | HeadingRow
  | { readonly kind: 'indicator'; readonly number: string; readonly indicator: PlannedIndicator };

/** Where everything stands; rows count from 1. */
export interface ResultsLayout {
  /** From `FIRST_ROW` on. */
  readonly rows: readonly ResultRow[];
  readonly foot: number;
  /** The heading of the working. */
  readonly working: number;
  /** The newest year that has a number, and the year that is shown. */
  readonly newest: number;
  readonly shown: number;
  /** An input's row says what counts of it in each period; its past row the sum of the years of the term before the shown one. */
  readonly inputs: readonly { readonly input: InputDefinition; readonly row: number; readonly past: number | null }[];
  readonly last: number;
}

/** Title, unit and year, heads. */
export const RESULT_HEAD_ROWS = 3;
export const FIRST_ROW = RESULT_HEAD_ROWS + 1;

export function resultsLayout(plan: Plan, unit: string): ResultsLayout {
  const indicators = indicatorsOf(plan, unit);
  const rows = sectionedRows(
    plan.resolution,
    (target) => indicators.filter((one) => one.definition.target === target),
    (number, indicator): ResultRow => ({ kind: 'indicator', number, indicator }),
  );
  const foot = FIRST_ROW + rows.length + 1;
  const working = foot + FOOT_ROWS + 1;
  let next = working + 3;
  const inputs = workingInputs(plan, unit, indicators).map((input) => {
    const summed = indicators.some(({ formula }) => formula.kind === 'termSum' && formula.input === input.id);
    const row = next;
    next += summed ? 2 : 1;
    return { input, row, past: summed ? row + 1 : null };
  });
  return { rows, foot, working, newest: working + 1, shown: working + 2, inputs, last: next - 1 };
}

/** Those that the unit has a part in. */
function indicatorsOf(plan: Plan, unit: string): readonly PlannedIndicator[] {
  const place = plan.unitIndex.get(unit);
  return place === undefined ? [] : plan.indicators.filter((indicator) => indicator.units.includes(place));
}

/** What the indicators read, and what may contradict it: its whole and its parts. */
function workingInputs(plan: Plan, unit: string, indicators: readonly PlannedIndicator[]): InputDefinition[] {
  const read = new Set(indicators.flatMap(({ formula }) => inputIdsOf(formula)));
  return inputsOf(plan, unit).filter(({ id, partOf }) => {
    const bounds = (plan.partsOf.get(id) ?? []).some((part) => read.has(part.id));
    return read.has(id) || bounds || (partOf !== undefined && read.has(partOf));
  });
}

/** The row of the working that says what counts of an input. */
export function rowOf(layout: ResultsLayout, input: string): number {
  return layout.inputs.find((one) => one.input.id === input)?.row ?? 0;
}

/** The row with the sum of the years before. */
export function pastRowOf(layout: ResultsLayout, input: string): number {
  return layout.inputs.find((one) => one.input.id === input)?.past ?? 0;
}
