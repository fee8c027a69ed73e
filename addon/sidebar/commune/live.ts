/** The Worker's word that something changed, by WebSocket. A browser cannot send a bearer token there: a ticket goes instead. */
import { isLiveMessage } from './messages.ts';

export interface LiveHandlers {
  readonly onOpen: () => void;
  readonly onChange: () => void;
  readonly onClose: () => void;
}

export type OpenSocket = (url: string, protocols: string[]) => WebSocket;

export function openLive(origin: string, ticket: string, open: OpenSocket, handlers: LiveHandlers): WebSocket {
  const socket = open(`${origin.replace(/^http/, 'ws')}/api/live`, ['live.v1', `ticket.${ticket}`]);
  socket.addEventListener('open', handlers.onOpen);
  socket.addEventListener('close', handlers.onClose);
  socket.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (isChange(event.data)) handlers.onChange();
  });
  return socket;
}

function isChange(data: unknown): boolean {
  if (typeof data !== 'string') return false;
  try {
    return isLiveMessage(JSON.parse(data));
  } catch {
    return false;
  }
}
