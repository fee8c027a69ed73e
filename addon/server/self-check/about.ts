/** Where, when and as whom the self-check ran: what a technician needs to register the workbook. Never the token. */
import { accountOfRun } from '../identity.ts';
import type { Bench } from './bench.ts';
import { messageOf, momentText } from './check.ts';
import { grantOf } from './grant.ts';
import { ABOUT_WORDS, SEEN_WORDS } from './words.ts';

/** A line: what, its value, what to do with it. */
export type AboutLine = readonly [what: string, value: string, toDo: string];

const GOOGLE = 'https://accounts.google.com';

export function aboutRun({ spreadsheet, locale, claims }: Bench, now: number): AboutLine[] {
  const { aud, iss } = claims.kind === 'claims' ? claims : { aud: SEEN_WORDS.noToken, iss: SEEN_WORDS.noToken };
  const line = ([what, toDo]: readonly [string, string], value: () => string): AboutLine => [what, told(value), toDo];
  return [
    line(ABOUT_WORDS.host, () => (iss === GOOGLE ? ABOUT_WORDS.google : ABOUT_WORDS.elsewhere)),
    line(ABOUT_WORDS.at, () => momentText(now)),
    line(ABOUT_WORDS.book, () => `${spreadsheet.getName()} (${spreadsheet.getId()})`),
    line(ABOUT_WORDS.locale, () => `${locale}, ${spreadsheet.getSpreadsheetTimeZone()}`),
    line(ABOUT_WORDS.account, accountOfRun),
    line(ABOUT_WORDS.aud, () => aud),
    line(ABOUT_WORDS.iss, () => iss),
    line(ABOUT_WORDS.script, () => ScriptApp.getScriptId()),
    line(ABOUT_WORDS.scopes, () => {
      const { scopes, url } = grantOf();
      return SEEN_WORDS.scopes(scopes, url);
    }),
    line(ABOUT_WORDS.worker, () => __WORKER_URL__),
  ];
}

/** One line that cannot be told keeps nobody from the others. */
function told(value: () => string): string {
  try {
    return value();
  } catch (error) {
    return SEEN_WORDS.threw(messageOf(error));
  }
}
