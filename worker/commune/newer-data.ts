/** What an older version answers, to everybody and everything, where a newer one has worked on the commune's data: after a roll-back. */
import { logLine } from '../log.ts';
import { problemResponse } from '../problems.ts';

/** Somebody has to deploy the newer version again; the add-in keeps what it has and asks again. */
const RETRY_SECONDS = 300;

export function refuseNewerData({ method }: Request): Response {
  logLine({ method, route: '*', status: 503, outcome: 'newer-data', ms: 0 });
  return problemResponse('newer-data', { retryAfter: RETRY_SECONDS });
}
