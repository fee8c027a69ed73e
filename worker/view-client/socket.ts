/** The browser's WebSocket as a port of the live connection; the session cookie and the own origin are its right. */
import type { SocketEvents } from './live.ts';

const PROTOCOL = 'live.v1';

export function openSocket(events: SocketEvents): { close: () => void } {
  const address = new URL('/api/live', location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address, [PROTOCOL]);
  socket.addEventListener('open', () => events.opened());
  socket.addEventListener('message', (event) => events.message(event.data));
  socket.addEventListener('close', () => events.closed());
  return { close: () => socket.close() };
}
