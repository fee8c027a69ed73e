/** `/api/checkpoint`: the signed head, to be kept outside the service; `?list=1`: those of every night so far. */
import { checkpointOf } from '../commune/nightly.ts';
import { type ActorCall, iso } from './call.ts';

/** NDJSON of the kept ones, a day a line, oldest first; without `list` the head as it is now, as JSON. */
export function getCheckpoint({ services, url, now }: ActorCall): Response {
  if (!url.searchParams.has('list')) return Response.json(checkpointOf(services, services.ledger.head(), iso(now)));
  const lines = services.checkpoints.all().map((checkpoint) => `${JSON.stringify(checkpoint)}\n`);
  return new Response(lines.join(''), { headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8' } });
}
