/** `/api/checkpoint`: the signed head, to be kept outside the service; `/api/checkpoints`: those of every night so far. */
import { checkpointOf } from '../commune/nightly.ts';
import { type ActorCall, iso } from './call.ts';

/** The head as it is now. */
export function getCheckpoint({ services, now }: ActorCall): Response {
  return Response.json(checkpointOf(services, services.ledger.head(), iso(now)));
}

/** NDJSON, a day a line, oldest first. */
export function getCheckpoints({ services }: ActorCall): Response {
  const lines = services.checkpoints.all().map((checkpoint) => `${JSON.stringify(checkpoint)}\n`);
  return new Response(lines.join(''), { headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8' } });
}
