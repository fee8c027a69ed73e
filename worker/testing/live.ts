/** Listens on the live connection as a client does, and tells what came and how it closed. */
import { type Ask, ask, askAs, type TokenParts } from './client.ts';

export const UPGRADE = { Upgrade: 'websocket' };

const opened: WebSocket[] = [];

/** To be called after each test: an open connection keeps the object awake. */
export function closeAll(): void {
  for (const socket of opened.splice(0)) socket.close();
}

export async function ticketOf(who: TokenParts | string): Promise<string> {
  return ticketIn(await askAs(who, '/api/live/ticket', { method: 'POST' }));
}

export async function ticketIn(response: Response): Promise<string> {
  return (await response.json<{ ticket: string }>()).ticket;
}

export const withTicket = (ticket: string): Ask => ({
  headers: { ...UPGRADE, 'Sec-WebSocket-Protocol': `live.v1, ticket.${ticket}` },
});

export async function listen(request: Ask) {
  const response = await ask('/api/live', request);
  const socket = response.webSocket;
  if (socket === null) throw new Error(`no socket: ${response.status}`);
  const messages: unknown[] = [];
  const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)));
  const waiting: ((message: unknown) => void)[] = [];
  socket.addEventListener('message', ({ data }) => {
    const next = waiting.shift();
    if (next === undefined) messages.push(data);
    else next(data);
  });
  socket.accept();
  opened.push(socket);
  const next = () =>
    new Promise<unknown>((resolve) => (messages.length > 0 ? resolve(messages.shift()) : waiting.push(resolve)));
  return { response, socket, closed, next };
}
