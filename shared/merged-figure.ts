/**
 * A consolidated figure with one unit's part replaced, from what the wire tells of the other units: their parts, coverage and totals.
 * Their reports are not needed. What a view tells is read once; each part of the unit is then one more in its tally.
 */
import { addUnit, readPart, type Units, unitIdAt } from './describe.ts';
import { add, type Fraction, minus, plus, simplestOf } from './exact.ts';
import { Figure, type Tally, type UnitPart } from './figures.ts';
import { INVALID, MISSING, type Plan, type PlannedIndicator } from './plan.ts';
import type { IndicatorResult } from './wire.ts';

/** What one unit has by its own reports alone, with all other units left out. */
export interface Own {
  readonly part: UnitPart;
  readonly figure: Figure;
}

/** What a view tells of an indicator beside one unit. */
export interface Others {
  readonly result: IndicatorResult;
  readonly unit: string;
  readonly tally: Tally;
  /** A term sum's provisional figure counts every number there is, of units whose part is not complete too: the rest of the view's total. */
  readonly soFar: Fraction | null;
  /** The unit's own share of that total was known. */
  readonly ownKnown: boolean;
}

/** Reads a view. @param own the unit's part as the view has it. */
export function othersIn(
  plan: Plan,
  indicator: PlannedIndicator,
  result: IndicatorResult,
  unit: number,
  own: Own,
): Others {
  const id = unitIdAt(plan, unit);
  const others = (ids: readonly string[]): number => ids.filter((one) => one !== id).length;
  const { have, missing, invalid } = result.coverage;
  const tally: Tally = {
    numerator: 0,
    denominator: 0,
    counted: 0,
    missing: others(missing),
    invalid: others(invalid),
    awaited: true,
  };
  for (const other of have) if (other !== id) addPart(tally, readPart(result.parts[other]));
  tally.awaited = tally.missing === 0 || awaitOnlyYearEnd(indicator, result, id, own.figure);
  return { result, unit: id, tally, ...restOf(indicator, result, id, own.figure) };
}

/** The commune's figure with a part of the unit's. */
export function mergedFigure(indicator: PlannedIndicator, others: Others, own: Own): Figure {
  const figure = Object.assign(new Figure(indicator), others.tally);
  addPart(figure, own.part);
  figure.awaited = figure.awaited && (own.part !== MISSING || own.figure.onlyYearEndMissing);
  figure.soFar = soFarWith(indicator, others, own.figure);
  return figure;
}

/** Who has, misses or spoils a part, and the parts, with a part of the unit's. */
export function mergedUnits(plan: Plan, indicator: PlannedIndicator, { result, unit }: Others, own: Own): Units {
  const units: Units = { coverage: { have: [], missing: [], invalid: [] }, parts: {} };
  const { missing, invalid, have } = result.coverage;
  for (const place of indicator.units) {
    const id = unitIdAt(plan, place);
    if (id === unit) addUnit(units.coverage, units.parts, indicator, id, own.part);
    else if (missing.includes(id)) units.coverage.missing.push(id);
    else if (invalid.includes(id)) units.coverage.invalid.push(id);
    else if (have.includes(id)) {
      units.coverage.have.push(id);
      units.parts[id] = result.parts[id] ?? { value: null };
    }
  }
  return units;
}

function addPart(tally: Tally, part: UnitPart): void {
  if (part === MISSING) tally.missing++;
  else if (part === INVALID) tally.invalid++;
  else if (part) {
    tally.numerator = add(tally.numerator, part.numerator);
    tally.denominator = add(tally.denominator, part.denominator ?? 0);
    tally.counted++;
  }
}

/** Whether the other units wait for year-end inputs alone: the view's verdict tells, unless the edited unit's part may have decided it. */
function awaitOnlyYearEnd(indicator: PlannedIndicator, result: IndicatorResult, unit: string, own: Figure): boolean {
  if (result.verdict === 'not-due') return true;
  const ownDecided = !result.coverage.have.includes(unit) && !own.onlyYearEndMissing;
  return ownDecided && indicator.yearEnd.includes(true);
}

/** What the view's total has beyond the edited unit's own. */
function restOf(
  indicator: PlannedIndicator,
  result: IndicatorResult,
  unit: string,
  own: Figure,
): Pick<Others, 'soFar' | 'ownKnown'> {
  const total = result.value ?? result.provisional;
  if (indicator.kind !== 'termSum' || typeof total !== 'number') return { soFar: null, ownKnown: false };
  const known = result.parts[unit]?.value;
  const ownSoFar = typeof known === 'number' ? simplestOf(known) : (own.value ?? own.provisional);
  const soFar = simplestOf(total);
  return { soFar: ownSoFar === null ? soFar : minus(soFar, ownSoFar), ownKnown: ownSoFar !== null };
}

function soFarWith(indicator: PlannedIndicator, { soFar, ownKnown, tally }: Others, own: Figure): Fraction | null {
  const ownSoFar = own.value ?? own.provisional;
  if (indicator.kind !== 'termSum' || soFar === null) return ownSoFar;
  if (ownSoFar !== null) return plus(soFar, ownSoFar);
  // Nothing beyond the unit's own: the others may have zeros or no number, which the view does not tell.
  return soFar.n === 0 && tally.counted === 0 && ownKnown ? null : soFar;
}
