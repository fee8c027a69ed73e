/**
 * The reports of all units and periods as rows of exact integers, by the places of the plan: what consolidation computes with.
 */
import { toThousandths } from './exact.ts';
import type { Period } from './periods.ts';
import { INVALID, MISSING, NOT_APPLICABLE, type Plan } from './plan.ts';
import type { Value, Values } from './values.ts';

/** One report by the place of each input: thousandths (a flag: 1 or 0), or `MISSING`, `NOT_APPLICABLE`, `INVALID`. */
export type Cells = number[];

/** A unit's current values of one period. */
export interface UnitReport {
  readonly unit: string;
  readonly period: Period;
  readonly values: Values;
}

/** A row of a plan's inputs, each of them missing. */
export function emptyCells(plan: Plan): Cells {
  // A typed array this short takes ten times as long to allocate.
  return plan.inputs.map(() => MISSING);
}

/** Reads what a unit reports into an empty row, as it was reported: parts and wholes may still contradict each other. */
export function readReported(plan: Plan, unit: number, values: Values, cells: Cells): void {
  for (const [id, value] of Object.entries(values)) {
    const place = placeReported(plan, unit, id);
    if (place >= 0) cells[place] = codeOf(value);
  }
}

/** The place of an input that a unit reports; -1 for any other. */
export function placeReported(plan: Plan, unit: number, id: string): number {
  const place = plan.inputIndex.get(id) ?? -1;
  return plan.inputs[place]?.by === plan.units[unit]?.kind ? place : -1;
}

/** The code of a value. */
export function codeOf(value: Value | undefined): number {
  if (typeof value === 'number') return toThousandths(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value === 'na' ? NOT_APPLICABLE : MISSING;
}

/** Whether a number and that of its whole or of one of its parts contradict each other, in a row as it was reported. */
export function isContradicted(plan: Plan, cells: Cells, place: number): boolean {
  for (const other of plan.related[place] ?? []) {
    const isPart = plan.wholeOf[place] === other;
    const whole = cells[isPart ? other : place] ?? MISSING;
    // A code that is no number is below zero, and so above no whole.
    if (whole >= 0 && (cells[isPart ? place : other] ?? MISSING) > whole) return true;
  }
  return false;
}

/** Both of a part and a whole that contradict each other are invalid (`part-exceeds-whole`). */
export function markContradictions(plan: Plan, cells: Cells): void {
  const places = plan.inputs.flatMap((_, place) => (isContradicted(plan, cells, place) ? [place] : []));
  for (const place of places) cells[place] = INVALID;
}

/** All current reports: a row for each period and unit that has one. */
export class CellTable {
  protected readonly plan: Plan;
  private readonly rows: (Cells | undefined)[][];

  constructor(plan: Plan) {
    this.plan = plan;
    this.rows = plan.periods.map(() => []);
  }

  /** The row of a unit's report, made where there is none. */
  rowOf(period: number, unit: number): Cells {
    const rows = this.rows[period] ?? [];
    const row = rows[unit] ?? emptyCells(this.plan);
    rows[unit] = row;
    return row;
  }

  /** The code of one input: `MISSING` where there is no report. */
  cell(period: number, unit: number, input: number): number {
    return this.rows[period]?.[unit]?.[input] ?? MISSING;
  }
}
