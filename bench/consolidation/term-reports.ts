/**
 * The reports of a whole term, "Số liệu minh họa": every unit's sample of the baseline, carried on quarter by quarter with a small growth,
 * so that every input that a period asks for has a number. A second edition of the same report differs in every number but those that repeat the year before.
 */
import { sampleValues } from '../../scripts/sample/figures.ts';
import type { UnitReport } from '../../shared/consolidate.ts';
import { type Period, quarterOf, yearBefore } from '../../shared/periods.ts';
import { inputsOf, isDue, type Plan } from '../../shared/plan.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { Value, Values } from '../../shared/values.ts';

const GROWTH_A_QUARTER = 0.004;

/** Whose sample a unit that the sample does not know is given. */
type SampleOf = (unit: string) => string;

/** All reports up to a period of the plan, the baseline's first. */
export function reportsUpTo(plan: Plan, last: Period, sampleOf: SampleOf = (unit) => unit): readonly UnitReport[] {
  const until = plan.periods.indexOf(last) + 1;
  return plan.periods.slice(0, until).flatMap((period) => reportsOf(plan, period, 0, sampleOf));
}

/** The units' reports of one period. @param edition another one has other numbers. */
export function reportsOf(
  plan: Plan,
  period: Period,
  edition = 0,
  sampleOf: SampleOf = (unit) => unit,
): readonly UnitReport[] {
  return plan.units.map(({ id }) => ({ unit: id, period, values: valuesOf(plan, id, sampleOf(id), period, edition) }));
}

function valuesOf(plan: Plan, unit: string, sample: string, period: Period, edition: number): Values {
  const base = sampleValues(sample, plan.resolution.term.baseline);
  const elapsed = plan.periods.indexOf(period);
  const values: Record<string, Value> = {};
  for (const input of inputsOf(plan, unit)) {
    const repeated = plan.inputById.get(plan.comparedWith.get(input.id) ?? '');
    const yearAgo = plan.periodIndex.get(yearBefore(period));
    if (repeated !== undefined && yearAgo !== undefined) {
      values[input.id] = valueAt(repeated, base[repeated.id] ?? null, quarterOf(period), yearAgo, 0);
    } else if (elapsed === 0 || isDue(plan, input, period)) {
      values[input.id] = valueAt(
        input,
        base[input.id] ?? null,
        elapsed === 0 ? 4 : quarterOf(period),
        elapsed,
        edition,
      );
    }
  }
  // Wholes stand before their parts in the resolution: a part is cut down to what its whole has become.
  for (const input of inputsOf(plan, unit)) {
    const [part, whole] = [values[input.id], values[input.partOf ?? '']];
    if (typeof part === 'number' && typeof whole === 'number' && part > whole) values[input.id] = whole;
  }
  return values;
}

function valueAt(input: InputDefinition, base: Value, quarter: number, elapsed: number, edition: number): Value {
  if (typeof base !== 'number') return base;
  const scale = 10 ** input.decimals;
  const share = input.kind === 'flow' ? quarter / 4 : 1;
  return (Math.round(base * share * (1 + GROWTH_A_QUARTER * elapsed) * scale) + edition) / scale;
}
