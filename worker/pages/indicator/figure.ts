/** The words of a figure: the value with its unit, the absolute numbers behind a percentage, what stands in where it is missing. */
import { formatFigure, formatFigureBeside } from '../../../shared/display.ts';
import { SCALE, toThousandths } from '../../../shared/exact.ts';
import { formatNumber } from '../../../shared/number-format.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { Formula, InputDefinition } from '../../../shared/resolution/schema.ts';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { periodName, VERDICT_WORDS } from '../../../shared/words.ts';
import { FIGURE_WORDS } from '../words.ts';

/**
 * What the cell of a figure says. `final` and `provisional` have a text of their own; `not-applicable` and `absent` say so.
 * `absolute` is "38/2.410 hộ" for a ratio, `last` is the latest earlier figure with its period, where there is none now.
 */
export interface Figure {
  readonly kind: 'final' | 'provisional' | 'not-applicable' | 'absent';
  readonly text: string;
  readonly absolute: string | null;
  readonly last: string | null;
}

export function figureOf(plan: Plan, result: IndicatorResult): Figure {
  const shown = shownValue(result);
  return {
    ...textOf(result, shown),
    absolute: shown === null ? null : absoluteText(plan, result),
    last: result.value === null ? lastText(result) : null,
  };
}

/** The figure that counts for now: the final one, else the provisional one. */
export function shownValue(result: IndicatorResult): number | boolean | null {
  return result.value ?? result.provisional;
}

function textOf(result: IndicatorResult, shown: number | boolean | null): Pick<Figure, 'kind' | 'text'> {
  if (shown !== null) {
    const kind = result.value === null ? 'provisional' : 'final';
    return { kind, text: besideBounds(result, shown) };
  }
  if (result.verdict === 'not-applicable') return { kind: 'not-applicable', text: VERDICT_WORDS['not-applicable'] };
  return { kind: 'absent', text: FIGURE_WORDS.absent };
}

/** Never rounded onto the other side of anything that the verdict compares it with. */
export function besideBounds(
  result: Pick<IndicatorResult, 'unit' | 'goal' | 'expected'>,
  value: number | boolean,
): string {
  if (typeof value === 'boolean') return formatFigure(value, result.unit);
  const bounds = [result.goal.value, result.goal.stretch, result.expected];
  return formatFigureBeside(
    value,
    result.unit,
    bounds.filter((bound) => typeof bound === 'number'),
  );
}

function lastText(result: IndicatorResult): string | null {
  if (result.last === null) return null;
  const figure = besideBounds({ ...result, expected: null }, result.last.value);
  return FIGURE_WORDS.last(figure, periodName(result.last.period));
}

/** The sums behind a ratio or growth: "38/2.410 hộ", "2,83 so với 2,67 tỷ đồng"; null for what is no quotient. */
function absoluteText(plan: Plan, result: IndicatorResult): string | null {
  const sums = partSums(result);
  return sums === null ? null : quotientText(plan, result.id, sums);
}

/** What a percentage was made of, with the units of measure; null for an indicator that is no quotient. */
export function quotientText(plan: Plan, indicator: string, sums: Quotient): string | null {
  const formula = plan.indicatorById.get(indicator)?.formula;
  const inputs = formula === undefined ? null : quotientInputs(plan, formula);
  if (inputs === null) return null;
  const [over, under] = [formatNumber(sums.numerator), formatNumber(sums.denominator)];
  if (formula?.kind === 'growth') return `${over} ${FIGURE_WORDS.versus} ${under} ${inputs.over.unit}`;
  if (inputs.over.unit === inputs.under.unit) return `${over}/${under} ${inputs.over.unit}`;
  return `${over} ${inputs.over.unit}/${under} ${inputs.under.unit}`;
}

/** Sums of inputs, each in its own unit of measure. */
interface Quotient {
  readonly numerator: number;
  readonly denominator: number;
}

function quotientInputs(plan: Plan, formula: Formula): { over: InputDefinition; under: InputDefinition } | null {
  const ids =
    formula.kind === 'ratio'
      ? [formula.numerator, formula.denominator]
      : formula.kind === 'growth'
        ? [formula.current, formula.previous]
        : [];
  const [over, under] = ids.map((id) => plan.inputById.get(id));
  return over === undefined || under === undefined ? null : { over, under };
}

/** Added in thousandths, as inputs have at most three decimals: 0,1 + 0,2 is shown as 0,3. */
function partSums(result: IndicatorResult): Quotient | null {
  const parts = Object.values(result.parts).filter((part) => part.denominator !== undefined);
  if (parts.length === 0) return null;
  let numerator = 0;
  let denominator = 0;
  for (const part of parts) {
    numerator += toThousandths(part.numerator ?? 0);
    denominator += toThousandths(part.denominator ?? 0);
  }
  return { numerator: numerator / SCALE, denominator: denominator / SCALE };
}
