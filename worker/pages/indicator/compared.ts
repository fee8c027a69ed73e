/** A figure beside the one of another period: "kỳ trước 73,5 ha: tăng 8 ha". */
import type { IndicatorResult } from '../../../shared/wire.ts';
import { COMPARE_WORDS } from '../words.ts';
import { amountText } from './against-goal.ts';
import { besideBounds, shownValue } from './figure.ts';

/** How the other period is called, and whether both figures are measured by the same standard. */
export interface Beside {
  readonly name: string;
  readonly sameStandard: boolean;
}

/** Null where either of the two has no figure. */
export function comparedText(
  result: IndicatorResult,
  other: IndicatorResult,
  { name, sameStandard }: Beside,
): string | null {
  const [now, then] = [shownValue(result), shownValue(other)];
  if (now === null || then === null) return null;
  const figure = besideBounds({ ...other, expected: null }, then);
  return `${name} ${figure}: ${sameStandard ? changeText(now, then, result.unit) : COMPARE_WORDS.otherStandard}`;
}

function changeText(now: number | boolean, then: number | boolean, unit: string | null): string {
  if (now === then) return COMPARE_WORDS.same;
  if (typeof now !== 'number' || typeof then !== 'number') return COMPARE_WORDS.changed;
  const amount = amountText(Math.abs(now - then), unit);
  return now > then ? COMPARE_WORDS.more(amount) : COMPARE_WORDS.less(amount);
}
