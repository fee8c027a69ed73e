/**
 * Keeps the page's figures current: listens on the live connection, refreshes on a change, connects again when it breaks, and
 * says which of these it is. Everything of the browser comes in through ports, so that the rules can be tested without one.
 */
import { concerns, readMessage } from './message.ts';
import { reconnectDelay } from './reconnect.ts';
import { createRefresher, type Refreshed } from './refresher.ts';

/** live: changes arrive · lost: trying again · ended: only signing in again helps. */
export type LiveState = 'live' | 'lost' | 'ended';

export interface SocketEvents {
  readonly opened: () => void;
  readonly message: (data: unknown) => void;
  readonly closed: () => void;
}

export interface LivePorts {
  /** Opens a connection and reports what happens to it; `closed` is reported once, also where it never opened. */
  readonly connect: (events: SocketEvents) => { close: () => void };
  /** Fetches the page and puts in what changed. Never rejects. */
  readonly load: () => Promise<Refreshed>;
  readonly show: (state: LiveState) => void;
  /** Runs something later; answers with how to cancel it. */
  readonly later: (ms: number, run: () => void) => () => void;
  /** From 0 to below 1. */
  readonly random: () => number;
}

export interface Live {
  /** Something says that trying now is worth while: the network is back, the page is looked at again. */
  readonly nudge: () => void;
  readonly stop: () => void;
}

export function startLive(ports: LivePorts, shownPeriod: string): Live {
  let failures = 0;
  let opened = false;
  let ended = false;
  let socket: { close: () => void } | null = null;
  let cancelRetry: (() => void) | null = null;
  const refresh = createRefresher(ports.load);

  const end = () => {
    ended = true;
    cancelRetry?.();
    socket?.close();
    ports.show('ended');
  };

  const update = async (): Promise<Refreshed> => {
    const outcome = await refresh();
    if (outcome === 'ended' && !ended) end();
    // The page could not be fetched while the connection stands: the figures shown are no longer known to be current.
    if (!ended) ports.show(opened && outcome === 'done' ? 'live' : 'lost');
    return outcome;
  };

  const connect = () => {
    cancelRetry = null;
    socket = ports.connect({
      opened: () => {
        opened = true;
        failures = 0;
        // What changed before the connection stood was announced to nobody here.
        void update().then(retryUpdate);
      },
      message: (data) => {
        const message = readMessage(data);
        if (message !== null && concerns(message.period, shownPeriod)) void update().then(retryUpdate);
      },
      closed: onClosed,
    });
  };

  /** A refresh that failed under a standing connection is tried again by connecting anew. */
  const retryUpdate = (outcome: Refreshed) => {
    if (outcome === 'failed' && opened) socket?.close();
  };

  const onClosed = () => {
    socket = null;
    const wasOpen = opened;
    opened = false;
    if (ended) return;
    ports.show('lost');
    retryLater(wasOpen);
  };

  const retryLater = (wasOpen: boolean) => {
    cancelRetry = ports.later(reconnectDelay(failures++, ports.random()), () => void reconnect(wasOpen));
  };

  /**
   * A handshake that fails tells a script nothing, not even that the session ended; fetching the page does. It also keeps the
   * figures fresh behind a proxy that lets no WebSocket through.
   */
  const reconnect = async (wasOpen: boolean) => {
    cancelRetry = null;
    const outcome = wasOpen ? 'done' : await update();
    if (ended) return;
    if (outcome === 'failed') retryLater(false);
    else connect();
  };

  const nudge = () => {
    if (ended || socket !== null || cancelRetry === null) return;
    cancelRetry();
    void reconnect(false);
  };

  connect();
  return {
    nudge,
    stop: () => {
      ended = true;
      cancelRetry?.();
      socket?.close();
    },
  };
}
