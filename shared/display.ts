/** Figures as people read them: with unit, in vi-VN, and never on the wrong side of a goal. */
import { decimalsOf, formatNumber, roundAsShown, shownDecimals } from './number-format.ts';
import type { Value } from './values.ts';
import { NO, NOT_APPLICABLE_WORD, YES } from './words.ts';

/** The part of a goal that its words need. */
export interface GoalView {
  readonly direction: 'atLeast' | 'atMost';
  readonly value: number | boolean | null;
  readonly strict: boolean;
  readonly stretch: number | null;
}

/** Decimals of a percentage where nothing asks for more. */
const PERCENT_DECIMALS = 1;

/** A number with its unit: "38 hộ", "1,6%", "1.203,5 ha"; "Có" or "Chưa" for a flag; "chưa có" where there is none. */
export function formatFigure(
  value: number | boolean | null,
  unit: string | null,
  options: { readonly decimals?: number } = {},
): string {
  if (value === null) return 'chưa có';
  if (typeof value === 'boolean') return value ? YES : NO;
  return withUnit(formatNumber(value, options.decimals ?? defaultDecimals(unit)), unit);
}

/**
 * A figure with enough decimals to stand on the same side of every bound as the exact one: 89,96% against 90, never 90,0%.
 * @param bounds what the figure is judged by, in its own unit.
 */
export function formatFigureBeside(
  value: number | boolean | null,
  unit: string | null,
  bounds: readonly number[],
): string {
  if (typeof value !== 'number') return formatFigure(value, unit);
  return withUnit(formatNumber(value, decimalsBeside(value, unit, bounds)), unit);
}

/** How many decimals a figure needs to stand, rounded, on the same side of every bound as the exact one; never fewer than its unit is shown with. */
export function decimalsBeside(value: number, unit: string | null, bounds: readonly number[]): number {
  const most = decimalsOf(value);
  const isBeside = (decimals: number): boolean => {
    const shown = roundAsShown(value, decimals);
    return bounds.every((bound) => Math.sign(shown - bound) === Math.sign(value - bound));
  };
  let decimals = defaultDecimals(unit) ?? shownDecimals(value);
  // With all its decimals the shown figure is the exact one.
  while (decimals < most && !isBeside(decimals)) decimals++;
  return decimals;
}

/** An input's value as one short line: "38 hộ", "Có", "Không áp dụng", "chưa có". */
export function formatValue(value: Value, unit: string): string {
  return value === 'na' ? NOT_APPLICABLE_WORD : formatFigure(value, unit);
}

/** A goal in words: "≥ 90%", "≤ 1,5%", "trên 1.180 ha"; the unit in the plural is the unit. */
export function goalText(goal: GoalView, unit: string | null): string {
  if (goal.value === null) return 'chưa xác định';
  if (typeof goal.value === 'boolean') return 'được công nhận';
  // A goal is never rounded: figures are compared with what it says.
  const figure = withUnit(formatNumber(goal.value, decimalsOf(goal.value)), unit);
  if (goal.strict) return `${goal.direction === 'atLeast' ? 'trên' : 'dưới'} ${figure}`;
  return `${goal.direction === 'atLeast' ? '≥' : '≤'} ${figure}`;
}

/** Percent stands without a space, every other unit behind one. */
export function withUnit(number: string, unit: string | null): string {
  if (unit === null) return number;
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}

function defaultDecimals(unit: string | null): number | undefined {
  return unit === '%' ? PERCENT_DECIMALS : undefined;
}
