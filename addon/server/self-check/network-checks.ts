/** Requests to the Worker, without a token: none of these addresses needs one. */
import { parseJson } from '../json-text.ts';
import { type Check, type Finding, messageOf, shown, untried, when } from './check.ts';
import { SEEN_WORDS } from './words.ts';

type Response = GoogleAppsScript.URL_Fetch.HTTPResponse;

export const NETWORK_CHECKS: readonly Check[] = [
  { id: 'network.reach', attempt: () => asking('/healthz', reached) },
  {
    id: 'network.mute',
    attempt: () => asking('/self-check', (response) => when(response.getResponseCode() >= 400, status(response))),
  },
  { id: 'network.headers', attempt: () => asking('/healthz', headers) },
  { id: 'network.redirect', attempt: () => asking('/', notFollowed) },
  { id: 'network.clock', attempt: () => asking('/healthz', clock) },
];

/** Google's clock and the Worker's are both kept; an hour's token forgives less than this. */
const CLOCK_SKEW_MS = 30_000;

function asking(path: string, judge: (response: Response) => Finding): Finding {
  let response: Response;
  try {
    response = UrlFetchApp.fetch(`${__WORKER_URL__}${path}`, { muteHttpExceptions: true, followRedirects: false });
  } catch (error) {
    return untried(SEEN_WORDS.unreachable(messageOf(error)));
  }
  return judge(response);
}

function status(response: Response): string {
  return SEEN_WORDS.status(response.getResponseCode());
}

function reached(response: Response): Finding {
  const body = parseJson(response.getContentText());
  const healthy = typeof body === 'object' && body !== null && 'ok' in body;
  return when(response.getResponseCode() === 200 && healthy, status(response));
}

/** Names come in whatever case: the add-in reads them in lower case. */
function headers(response: Response): Finding {
  const names = Object.keys(response.getHeaders());
  return when(
    names.some((name) => name.toLowerCase() === 'content-type'),
    names.join(', '),
  );
}

/** The start page sends whoever is not signed in elsewhere. */
function notFollowed(response: Response): Finding {
  const code = response.getResponseCode();
  if (code === 401 || code === 403 || code === 404) return untried(status(response));
  return when(code >= 300 && code < 400, status(response));
}

function clock(response: Response): Finding {
  const [, date] = Object.entries(response.getHeaders()).find(([name]) => name.toLowerCase() === 'date') ?? [];
  const there = Date.parse(String(date));
  if (Number.isNaN(there)) return untried(shown(date));
  const apart = Math.abs(there - Date.now());
  return when(apart <= CLOCK_SKEW_MS, SEEN_WORDS.seconds(apart));
}
