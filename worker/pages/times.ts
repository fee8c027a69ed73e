/** When something was, in a sentence. Pure, for the server and for the browser script. */
import { localTime } from '../../shared/dates.ts';

/** "10:32 hôm nay", or "10:32 ngày 23/11/2026" where it was another day than `now`. Both ISO 8601. */
export function momentText(iso: string, now: string): string {
  const moment = localTime(iso);
  if (moment === null) return '';
  return moment.date === localTime(now)?.date ? `${moment.time} hôm nay` : `${moment.time} ngày ${moment.date}`;
}

/** "10:32, ngày 24/11/2026": for paper, where "today" says nothing. */
export function fullMomentText(iso: string): string {
  const moment = localTime(iso);
  return moment === null ? '' : `${moment.time}, ngày ${moment.date}`;
}
