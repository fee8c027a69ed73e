/** Moments as spreadsheets count them: days since 30 December 1899, without a time zone. */
import { localTime } from '../../shared/dates.ts';

const DAY_MS = 86_400_000;
/** The day of the Unix epoch. Spreadsheets believe in 29 February 1900, so that the count holds from March 1900 on. */
const EPOCH_DAY = 25_569;

/** The minute that clocks in Vietnam showed at an ISO 8601 moment; null for a text that is none. */
export function serialDate(iso: string): number | null {
  const moment = localTime(iso);
  if (moment === null) return null;
  const [day = 0, month = 0, year = 0] = moment.date.split('/').map(Number);
  const [hours = 0, minutes = 0] = moment.time.split(':').map(Number);
  return Date.UTC(year, month - 1, day, hours, minutes) / DAY_MS + EPOCH_DAY;
}
