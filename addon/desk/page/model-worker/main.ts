/** The worker's entry: the first message opens the workbook, every other one goes to its session. */

import type { FromWorker, ToWorker } from '../protocol.ts';
import { type Session, startSession } from './session.ts';

let session: Session | null = null;

function tell(message: FromWorker): void {
  postMessage(message);
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (session !== null) session(data);
  else if (data.kind === 'start') session = startSession(data, tell);
});
