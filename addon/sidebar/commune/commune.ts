/**
 * The commune's figures in the sidebar: read when a period is shown, when the Worker says that something changed, and at
 * intervals where no socket stands. Without the Worker the sidebar goes on with what it has.
 */
import type { Period } from '../../../shared/periods.ts';
import { retryDelay } from '../model/retry.ts';
import type { Link } from '../model/state.ts';
import { type OpenSocket, openLive } from './live.ts';
import type { Reader, SummaryAnswer } from './reader.ts';

/** How often the summary is read where the Worker cannot call. */
const POLL_MS = 30_000;

export interface CommuneEvents {
  readonly onAnswer: (answer: SummaryAnswer) => void;
  readonly onLink: (link: Link) => void;
}

export interface Commune {
  /** Shows another period, or asks again for the same. */
  show(period: Period): void;
  /** Tries at once: the network is back, or the sidebar is seen again. */
  wake(): void;
}

export function createCommune(origin: string, reader: Reader, open: OpenSocket, events: CommuneEvents): Commune {
  let period: Period | null = null;
  let reading = false;
  let again = false;
  let socket: WebSocket | null = null;
  let connecting = false;
  let failures = 0;
  let socketFailures = 0;
  let pollTimer: ReturnType<typeof setTimeout> | undefined;
  let socketTimer: ReturnType<typeof setTimeout> | undefined;

  const isLive = (): boolean => socket?.readyState === WebSocket.OPEN;

  const read = async (): Promise<void> => {
    if (reading) {
      again = true;
      return;
    }
    clearTimeout(pollTimer);
    reading = true;
    do {
      again = false;
      if (period !== null) report(await reader.summary(period));
    } while (again);
    reading = false;
  };

  const report = (answer: SummaryAnswer): void => {
    clearTimeout(pollTimer);
    if (answer.kind === 'failed') {
      failures += 1;
      events.onLink({ kind: 'down', why: answer.why });
      pollTimer = setTimeout(() => void read(), answer.retryAfterMs ?? retryDelay(failures, Math.random()));
      return;
    }
    failures = 0;
    events.onAnswer(answer);
    events.onLink({ kind: isLive() ? 'live' : 'polling' });
    if (!isLive()) {
      pollTimer = setTimeout(() => void read(), POLL_MS);
      if (socketTimer === undefined) void connect();
    }
  };

  const connect = async (): Promise<void> => {
    if (connecting || isLive()) return;
    connecting = true;
    const ticket = await reader.ticket();
    if (ticket === null) {
      reconnectLater();
      return;
    }
    socket = openLive(origin, ticket, open, {
      onOpen: () => {
        connecting = false;
        socketFailures = 0;
        // What changed between the reading and the opening was not told to anyone.
        void read();
      },
      onChange: () => void read(),
      onClose: reconnectLater,
    });
  };

  /** A deployment closes every socket at once: come back spread over some seconds, and read again, for nobody told what changed. */
  const reconnectLater = (): void => {
    connecting = false;
    socket = null;
    socketFailures += 1;
    clearTimeout(socketTimer);
    socketTimer = setTimeout(
      () => {
        socketTimer = undefined;
        void read();
      },
      retryDelay(socketFailures, Math.random()),
    );
  };

  return {
    show: (shown) => {
      period = shown;
      void read();
    },
    wake: () => {
      socketFailures = 0;
      void read();
    },
  };
}
