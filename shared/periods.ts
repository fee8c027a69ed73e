/** Quarters, the term they belong to, and how they are written for programs ("2026-Q2"). */

/** A quarter of a year; in offices Quý I, 6 tháng, 9 tháng, Cả năm. */
export type Quarter = 1 | 2 | 3 | 4;

/** A quarter of a year: `2026-Q2`. Within a year they sort as text. */
export type Period = `${number}-Q${Quarter}`;

const PERIOD = /^([1-9]\d{3})-Q([1-4])$/;

/** Whether something is a period's text, and nothing but that. */
export function isPeriod(text: unknown): text is Period {
  return typeof text === 'string' && PERIOD.test(text);
}

/** The period of a quarter: `2026-Q2`. */
export function periodOf(year: number, quarter: Quarter): Period {
  return `${year}-Q${quarter}`;
}

/** The year that a period lies in. */
export function yearOf(period: Period): number {
  return Number(period.slice(0, 4));
}

/** Which quarter of its year a period is. */
export function quarterOf(period: Period): Quarter {
  const digit = period.charAt(6);
  return digit === '1' ? 1 : digit === '2' ? 2 : digit === '3' ? 3 : 4;
}

/** A term: its baseline period, then whole years of four quarters each. */
export interface Term {
  readonly baseline: Period;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** All periods of a term in order: the baseline first, then every quarter of every year. */
export function periodsOf(term: Term): readonly Period[] {
  const periods: Period[] = [term.baseline];
  for (let year = term.firstYear; year <= term.lastYear; year++) {
    periods.push(periodOf(year, 1), periodOf(year, 2), periodOf(year, 3), periodOf(year, 4));
  }
  return periods;
}

/** The same quarter a year before. */
export function yearBefore(period: Period): Period {
  return periodOf(yearOf(period) - 1, quarterOf(period));
}
