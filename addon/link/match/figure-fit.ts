/** What a row's figures say about an input: shares and words are no absolute figure, a count has no decimals, a size is plausible or not. */
import type { TableRow } from './rows.ts';
import { scaleOf } from './units.ts';
import type { NamedInput } from './vocabulary.ts';

/** Figures this many times beyond what is plausible are another unit's, or another thing's. */
const FAR = 3;

/** From 0 (they cannot be the input's) to 1 (nothing speaks against it). */
export function figureFit(row: TableRow, named: NamedInput): number {
  const { input, unit } = named;
  if (row.figures.length === 0 && row.wordy > 0 && input.kind !== 'flag') return 0.3;
  const filled = row.figures.filter(({ value }) => value !== 0);
  if (filled.length === 0) return 1;
  if (filled.filter(({ share }) => share).length * 2 > filled.length) return 0;
  const values = valuesOf(row);
  if (input.kind === 'flag') return values.every((value) => value === 1) ? 1 : 0.6;
  const fractions = values.filter((value) => !Number.isInteger(value)).length;
  if (input.decimals === 0 && scaleOf(row.unit, unit) === 1 && fractions * 2 > values.length) return 0.5;
  return isTooLarge(row, named) ? 0.85 : 1;
}

/** Whether a figure is far beyond what is plausible for the input. */
export function isTooLarge(row: TableRow, { input, unit }: NamedInput): boolean {
  const most = (input.plausibleUpTo ?? Number.POSITIVE_INFINITY) * FAR * scaleOf(row.unit, unit);
  return valuesOf(row).some((value) => value > most);
}

function valuesOf({ figures }: TableRow): readonly number[] {
  return figures.flatMap(({ value }) => (value === null || value === 0 ? [] : [value]));
}
