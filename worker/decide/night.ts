/** When the nightly check is due: 02:00 in Vietnam, where clocks have stood at UTC+7 all year since 1975. Pure. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const UTC_OFFSET = 7 * HOUR;
const CHECK_HOUR = 2 * HOUR;

/** The first 02:00 after a moment; both epoch milliseconds. */
export function nightAfter(moment: number): number {
  const shift = UTC_OFFSET - CHECK_HOUR;
  return (Math.floor((moment + shift) / DAY) + 1) * DAY - shift;
}

/** The day in Vietnam, `2026-06-30`. */
export function dayOf(moment: number): string {
  return new Date(moment + UTC_OFFSET).toISOString().slice(0, 10);
}
