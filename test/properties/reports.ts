/**
 * Reports for properties: all four states of a value, figures at and around the goals, parts mostly within their wholes, periods that
 * most units have reported for, and gaps.
 */
import fc from 'fast-check';
import type { UnitReport } from '../../shared/cells.ts';
import { inputsOf, type Plan } from '../../shared/plan.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { Value, Values } from '../../shared/values.ts';

/** Current reports of up to four periods, one a unit and period. */
export function anyReports(plan: Plan): fc.Arbitrary<readonly UnitReport[]> {
  const periods = fc.uniqueArray(fc.constantFrom(...plan.periods), { minLength: 1, maxLength: 4 });
  return periods.chain((chosen) =>
    fc
      .tuple(...chosen.flatMap((period) => plan.units.map((unit) => anyReport(plan, unit.id, period))))
      .map((reports) => reports.flat()),
  );
}

/** A unit's report of a period, or, one time in eight, none. */
function anyReport(plan: Plan, unit: string, period: UnitReport['period']): fc.Arbitrary<UnitReport[]> {
  return fc.oneof(
    { weight: 7, arbitrary: anyValues(plan, unit).map((values) => [{ unit, period, values }]) },
    { weight: 1, arbitrary: fc.constant<UnitReport[]>([]) },
  );
}

const known = new WeakMap<Plan, Map<string, fc.Arbitrary<Values>>>();

/** All values of a unit's report. One report in eight has parts above their wholes. */
function anyValues(plan: Plan, unit: string): fc.Arbitrary<Values> {
  const kinds = known.get(plan) ?? new Map<string, fc.Arbitrary<Values>>();
  known.set(plan, kinds);
  const made = kinds.get(unit) ?? makeValues(plan, unit);
  kinds.set(unit, made);
  return made;
}

function makeValues(plan: Plan, unit: string): fc.Arbitrary<Values> {
  const inputs = inputsOf(plan, unit);
  return fc
    .tuple(fc.nat({ max: 7 }), fc.tuple(...inputs.map((input) => anyValue(plan, input))))
    .map(([careless, drawn]) => {
      const values = Object.fromEntries(inputs.map((input, at) => [input.id, drawn[at] ?? null]));
      return careless === 0 ? values : withinWholes(plan, unit, values);
    });
}

/** A value of an input: mostly a number, small or about a unit's share of a goal that it feeds. */
export function anyValue(plan: Plan, input: InputDefinition): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 14, arbitrary: input.kind === 'flag' ? fc.boolean() : anyNumber(plan, input) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant('na' as const) },
  );
}

/** Decimals as the input has them. */
function anyNumber(plan: Plan, input: InputDefinition): fc.Arbitrary<number> {
  const scale = 10 ** input.decimals;
  const share = Math.round(goalShare(plan, input) * scale);
  return fc
    .oneof(
      fc.nat({ max: 20 }),
      fc.integer({ min: Math.max(0, share - 2), max: share + 2 }),
      fc.nat({ max: 2 * share + 1 }),
    )
    .map((units) => units / scale);
}

/** What one unit would have to bring of a sum's goal; 100 where the input feeds no sum. */
function goalShare(plan: Plan, input: InputDefinition): number {
  const fed = plan.indicators.find(
    ({ formula, goal }) =>
      (formula.kind === 'sum' || formula.kind === 'termSum') &&
      formula.input === input.id &&
      typeof goal.value === 'number',
  );
  const goal = fed?.goal.value;
  return fed === undefined || typeof goal !== 'number' ? 100 : goal / fed.units.length;
}

/** The same values with every part cut down to its whole; wholes first, so that a part of a part is within both. */
export function withinWholes(plan: Plan, unit: string, drawn: Values): Values {
  const values: Record<string, Value> = { ...drawn };
  const depth = (input: InputDefinition): number => {
    const whole = input.partOf === undefined ? undefined : plan.inputById.get(input.partOf);
    return whole === undefined ? 0 : 1 + depth(whole);
  };
  for (const input of [...inputsOf(plan, unit)].sort((a, b) => depth(a) - depth(b))) {
    const value = values[input.id];
    const whole = input.partOf === undefined ? undefined : values[input.partOf];
    if (typeof value !== 'number' || typeof whole !== 'number') continue;
    const scale = 10 ** input.decimals;
    values[input.id] = Math.min(value, Math.floor(whole * scale) / scale);
  }
  return values;
}
