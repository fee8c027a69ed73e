/** Dates and times as people in Vietnam read them. Pure: the moment is given, never asked of a clock, and no host's time zone counts. */

/** Vietnam has kept UTC+7 without summer time since 1975 (tz database, Asia/Ho_Chi_Minh). */
const OFFSET_MS = 7 * 3_600_000;

/** ISO 8601: a calendar date, or a moment that names its offset. Without one a time would be that of the host. */
const DATE_OR_MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** A moment in Vietnam, as two texts. */
export interface LocalTime {
  /** "05/01/2026" */
  readonly date: string;
  /** "07:32"; "07:00" for a mere date. */
  readonly time: string;
}

/** Date and time in Asia/Ho_Chi_Minh; null for a text that is no date and no moment. */
export function localTime(iso: string): LocalTime | null {
  const match = DATE_OR_MOMENT.exec(iso);
  if (match === null || !isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]))) return null;
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) return null;
  const local = new Date(ms + OFFSET_MS);
  return {
    date: `${twoDigits(local.getUTCDate())}/${twoDigits(local.getUTCMonth() + 1)}/${local.getUTCFullYear()}`,
    time: `${twoDigits(local.getUTCHours())}:${twoDigits(local.getUTCMinutes())}`,
  };
}

/** "05/01/2026": the day in Vietnam of an ISO 8601 moment, or that ISO date; '' for any other text. */
export function formatDate(iso: string): string {
  return localTime(iso)?.date ?? '';
}

/** Engines take the 30th of February for the 2nd of March. */
function isCalendarDay(year: number, month: number, day: number): boolean {
  return new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
