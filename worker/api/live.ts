/** `/api/live/ticket` and `/api/live`: changes as they happen. */
import type { Ticket } from '../../shared/service-wire.ts';
import { PROTOCOL } from '../commune/live.ts';
import { readCaller } from '../edge/caller.ts';
import { Refusal } from '../problems.ts';
import type { Holder } from '../store/sessions.ts';
import { authenticate, authorise, holderOf } from './authenticate.ts';
import type { ActorCall, Call } from './call.ts';

const TICKET = 'ticket.';

export function postTicket({ services, actor, now }: ActorCall): Response {
  const answer: Ticket = { ticket: services.sessions.issueTicket(holderOf(actor), now) };
  return Response.json(answer);
}

/** By ticket, or by session from our own pages, or by token where a client can send one. */
export async function openLive(call: Call): Promise<Response> {
  const { request, services } = call;
  const offered = (request.headers.get('Sec-WebSocket-Protocol') ?? '').split(',').map((each) => each.trim());
  const ticket = offered.find((each) => each.startsWith(TICKET));
  const holder = ticket === undefined ? byActor(call) : byTicket(call, ticket.slice(TICKET.length));
  if (request.headers.get('Upgrade')?.toLowerCase() !== 'websocket') throw new Refusal('upgrade-required');
  const response = services.live.open(holder, offered.includes(PROTOCOL) ? PROTOCOL : null);
  await services.alarms.arm(call.now);
  return response;
}

function byTicket({ services, now }: Call, ticket: string): Holder {
  const holder = services.sessions.takeTicket(ticket, now);
  if (holder === undefined || holder.endsAt <= now || !services.isRightful(holder))
    throw new Refusal('unauthenticated');
  return holder;
}

/** Another site's page could open a socket with our cookie: for a handshake, too, only `Origin` tells. */
function byActor(call: Call): Holder {
  const actor = authenticate(call, readCaller(call.request.headers));
  const isOwn = call.request.headers.get('Origin') === call.services.config.publicOrigin;
  if (actor.session !== null && !isOwn) throw new Refusal('foreign-origin');
  authorise(actor, 'summary.read', undefined);
  return holderOf(actor);
}
