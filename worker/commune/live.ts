/** Live connections that survive hibernation: whose right each one lives on is kept with the socket. */
import * as v from 'valibot';
import type { LiveMessage } from '../../shared/wire.ts';
import { type Holder, HolderSchema } from '../store/sessions.ts';

export const PROTOCOL = 'live.v1';
/** Close code for a right that ended; 4000–4999 are the application's own (RFC 6455, 7.4.2). */
export const RIGHT_ENDED = 4401;
const TAG = 'live';

export interface Live {
  /** Accepts a connection; `protocol` is what the client offered and we speak, if it offered any. */
  open(holder: Holder, protocol: string | null): Response;
  /** Tells every connection whose right still holds, and closes the others. */
  publish(message: LiveMessage, now: number): void;
  /** Closes every connection whose right has ended. */
  sweep(now: number): void;
  /** When the next right ends by itself, epoch milliseconds; null without connections. */
  nextEnd(): number | null;
}

/** `isRightful` says whether a holder may still listen, apart from time. */
export function liveHub(ctx: DurableObjectState, isRightful: (holder: Holder) => boolean): Live {
  // Answered by the platform without waking the object.
  ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  // A socket that is closing stays listed until the other side has answered.
  const connections = () =>
    ctx
      .getWebSockets(TAG)
      .filter((socket) => socket.readyState === WebSocket.OPEN)
      .map((socket) => ({ socket, holder: holderOf(socket) }));
  const visit = (now: number, send: string | null) => {
    for (const { socket, holder } of connections()) {
      if (holder === null || holder.endsAt <= now || !isRightful(holder)) close(socket);
      else if (send !== null) deliver(socket, send);
    }
  };
  return {
    open: (holder, protocol) => {
      const { 0: client, 1: server } = new WebSocketPair();
      ctx.acceptWebSocket(server, [TAG]);
      server.serializeAttachment(holder);
      const headers = new Headers(protocol === null ? {} : { 'Sec-WebSocket-Protocol': protocol });
      return new Response(null, { status: 101, webSocket: client, headers });
    },
    publish: (message, now) => visit(now, JSON.stringify(message)),
    sweep: (now) => visit(now, null),
    nextEnd: () => {
      const ends = connections().flatMap(({ holder }) => (holder === null ? [] : [holder.endsAt]));
      return ends.length === 0 ? null : Math.min(...ends);
    },
  };
}

function holderOf(socket: WebSocket): Holder | null {
  const holder = v.safeParse(HolderSchema, socket.deserializeAttachment());
  return holder.success ? holder.output : null;
}

/** A socket can be gone while the platform still lists it: it then refuses, and there is nobody left to tell. */
function deliver(socket: WebSocket, text: string): void {
  try {
    socket.send(text);
  } catch {
    close(socket);
  }
}

/** Completes a close that the client began. */
export function farewell(socket: WebSocket): void {
  close(socket, 1000, '');
}

function close(socket: WebSocket, code = RIGHT_ENDED, reason = 'ended'): void {
  try {
    socket.close(code, reason);
  } catch {
    // Closed already.
  }
}
