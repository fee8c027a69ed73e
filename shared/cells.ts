/**
 * The reports of all units and periods as rows of exact integers, by the places of the plan: what consolidation computes with.
 */
import { toThousandths } from './exact.ts';
import type { Period } from './periods.ts';
import { INVALID, MISSING, NOT_APPLICABLE, type Plan } from './plan.ts';
import { type Value, type Values, valueIn } from './values.ts';

/** One report by the place of each input: thousandths (a flag: 1 or 0), or `MISSING`, `NOT_APPLICABLE`, `INVALID`. */
export type Cells = readonly number[];

/** A unit's current values of one period. */
export interface UnitReport {
  readonly unit: string;
  readonly period: Period;
  readonly values: Values;
}

/** Encodes a report. Both of a part and a whole that contradict each other are invalid (`part-exceeds-whole`). */
export function encodeCells(plan: Plan, values: Values): Cells {
  const cells = plan.inputs.map((input) => encode(valueIn(values, input.id)));
  const contradicted = contradictions(plan, cells);
  for (const place of contradicted) cells[place] = INVALID;
  return cells;
}

function encode(value: Value): number {
  if (value === null) return MISSING;
  if (value === 'na') return NOT_APPLICABLE;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return toThousandths(value);
}

/** The places of all inputs that a contradiction between a part and its whole touches. */
function contradictions(plan: Plan, cells: Cells): ReadonlySet<number> {
  const touched = new Set<number>();
  plan.wholeOf.forEach((whole, part) => {
    const partValue = cells[part] ?? MISSING;
    const wholeValue = cells[whole] ?? MISSING;
    if (partValue >= 0 && wholeValue >= 0 && partValue > wholeValue) {
      touched.add(part);
      touched.add(whole);
    }
  });
  return touched;
}

/** The places at which two rows differ; a row that is not there counts as missing everywhere. */
export function changedPlaces(before: Cells | undefined, after: Cells): number[] {
  return after.flatMap((value, place) => (value === (before?.[place] ?? MISSING) ? [] : [place]));
}

/** All current reports: a row for each period and unit that has one. */
export class CellTable {
  private readonly rows: (Cells | undefined)[][];

  constructor(plan: Plan) {
    this.rows = plan.periods.map(() => []);
  }

  at(period: number, unit: number): Cells | undefined {
    return this.rows[period]?.[unit];
  }

  /** The code of one input: `MISSING` where there is no report. */
  cell(period: number, unit: number, input: number): number {
    return this.rows[period]?.[unit]?.[input] ?? MISSING;
  }

  set(period: number, unit: number, cells: Cells | undefined): void {
    const row = this.rows[period];
    if (row !== undefined) row[unit] = cells;
  }
}
