/** Money as offices say it. */
import { groupThousands, roundDecimal } from './number-format.ts';

/** Tỷ đồng to the million. */
export const MONEY_DECIMALS = 3;

/**
 * Money from tỷ đồng, to the million: 12.658 is "12 tỷ 658 triệu đồng", so that a slip between triệu and tỷ is heard. Inputs and their
 * sums have three decimals, so nothing is lost; anything finer is rounded, halves away from zero.
 */
export function formatMoney(billions: number): string {
  const { sign, whole, fraction } = roundDecimal(billions, MONEY_DECIMALS);
  const parts = [
    ...(whole === '0' ? [] : [`${groupThousands(whole)} tỷ`]),
    ...(fraction === '000' ? [] : [`${Number(fraction)} triệu`]),
  ];
  return parts.length === 0 ? '0 đồng' : `${sign}${parts.join(' ')} đồng`;
}
