/** Money as offices say it. */
import { groupThousands, toFixedDecimal } from './number-format.ts';

/** Tỷ đồng to the million. */
export const MONEY_DECIMALS = 3;

/**
 * Money from tỷ đồng, to the million: 12.658 is "12 tỷ 658 triệu đồng", so that a slip between triệu and tỷ is heard. Inputs and their
 * sums have three decimals, so nothing is lost; anything finer is rounded, halves away from zero.
 */
export function formatMoney(billions: number): string {
  const [whole = '', fraction = ''] = toFixedDecimal(Math.abs(billions), MONEY_DECIMALS).split('.');
  const parts = [
    ...(whole === '0' ? [] : [`${groupThousands(whole)} tỷ`]),
    ...(fraction === '000' ? [] : [`${Number(fraction)} triệu`]),
  ];
  if (parts.length === 0) return '0 đồng';
  return `${billions < 0 ? '−' : ''}${parts.join(' ')} đồng`;
}
