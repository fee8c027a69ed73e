/** Moments as people in Vietnam read them. Pure, for the server and for the browser script. */

/** Vietnam has kept UTC+7 without summer time since 1975 (tz database, Asia/Ho_Chi_Minh). */
const OFFSET_MS = 7 * 3_600_000;

/** Date and time in Asia/Ho_Chi_Minh; null for a text that is no moment. */
function localParts(iso: string): { readonly date: string; readonly time: string } | null {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) return null;
  const local = new Date(ms + OFFSET_MS).toISOString();
  return { date: `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}`, time: local.slice(11, 16) };
}

/** "10:32 hôm nay", or "10:32 ngày 23/11/2026" where it was another day than `now`. Both ISO 8601. */
export function momentText(iso: string, now: string): string {
  const moment = localParts(iso);
  if (moment === null) return '';
  return moment.date === localParts(now)?.date ? `${moment.time} hôm nay` : `${moment.time} ngày ${moment.date}`;
}

/** "10:32, ngày 24/11/2026": for paper, where "today" says nothing. */
export function fullMomentText(iso: string): string {
  const moment = localParts(iso);
  return moment === null ? '' : `${moment.time}, ngày ${moment.date}`;
}
