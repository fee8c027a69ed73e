import { describe, expect, it } from 'vitest';
import { type LivePorts, type LiveState, type SocketEvents, startLive } from './live.ts';
import type { Refreshed } from './refresher.ts';

/** A browser by hand: sockets are opened and closed by the test, waits are run by it, loads answer what it says. */
function browser() {
  const sockets: (SocketEvents & { closedByUs: boolean })[] = [];
  const waits: { ms: number; run: () => void; cancelled: boolean }[] = [];
  const states: LiveState[] = [];
  const world = { loads: 0, outcome: 'done' as Refreshed };
  const ports: LivePorts = {
    connect: (events) => {
      const socket = { ...events, closedByUs: false };
      sockets.push(socket);
      return {
        close: () => {
          socket.closedByUs = true;
          events.closed();
        },
      };
    },
    load: async () => {
      world.loads++;
      return world.outcome;
    },
    show: (state) => states.push(state),
    later: (ms, run) => {
      const wait = { ms, run, cancelled: false };
      waits.push(wait);
      return () => {
        wait.cancelled = true;
      };
    },
    random: () => 0.5,
  };
  return { ports, sockets, waits, states, world };
}

const settle = () => new Promise((turn) => setTimeout(turn));
const change = (period: string) => JSON.stringify({ type: 'summary', period, sequence: 1 });

describe('the live connection', () => {
  it('fetches once when it stands, as nobody told of what changed before, and says that it is live', async () => {
    const { ports, sockets, states, world } = browser();
    startLive(ports, '2026-Q2');
    expect(world.loads).toBe(0);
    sockets[0]!.opened();
    await settle();
    expect(world.loads).toBe(1);
    expect(states).toEqual(['live']);
  });

  it('fetches on a change of the shown period or an earlier one, and on nothing else', async () => {
    const { ports, sockets, world } = browser();
    startLive(ports, '2026-Q2');
    sockets[0]!.opened();
    await settle();
    for (const data of [change('2026-Q3'), 'noise', '{"type":"other"}']) sockets[0]!.message(data);
    await settle();
    expect(world.loads).toBe(1);
    sockets[0]!.message(change('2026-Q2'));
    await settle();
    sockets[0]!.message(change('2025-Q4'));
    await settle();
    expect(world.loads).toBe(3);
  });

  it('says at once when it is lost, waits, connects again and fetches what it missed', async () => {
    const { ports, sockets, waits, states, world } = browser();
    startLive(ports, '2026-Q2');
    sockets[0]!.opened();
    await settle();
    sockets[0]!.closed();
    expect(states.at(-1)).toBe('lost');
    expect(waits).toHaveLength(1);
    waits[0]!.run();
    await settle();
    expect(sockets).toHaveLength(2);
    sockets[1]!.opened();
    await settle();
    expect(world.loads).toBe(2);
    expect(states.at(-1)).toBe('live');
  });

  it('waits longer after each failure, and starts over once it stood', async () => {
    const { ports, sockets, waits } = browser();
    startLive(ports, '2026-Q2');
    for (let attempt = 0; attempt < 4; attempt++) {
      sockets[attempt]!.closed();
      waits[attempt]!.run();
      await settle();
    }
    expect(waits.map((wait) => wait.ms)).toEqual([625, 1125, 2125, 4125]);
    sockets[4]!.opened();
    await settle();
    sockets[4]!.closed();
    expect(waits.at(-1)!.ms).toBe(625);
  });

  it('keeps the figures fresh by fetching where no connection ever stands', async () => {
    const { ports, sockets, waits, world } = browser();
    startLive(ports, '2026-Q2');
    sockets[0]!.closed();
    waits[0]!.run();
    await settle();
    expect(world.loads).toBe(1);
  });

  it('does not try a connection while not even the page can be fetched', async () => {
    const { ports, sockets, waits, world } = browser();
    world.outcome = 'failed';
    startLive(ports, '2026-Q2');
    sockets[0]!.closed();
    waits[0]!.run();
    await settle();
    expect(sockets).toHaveLength(1);
    expect(waits).toHaveLength(2);
  });

  it('does not say "live" where the connection stands but the page cannot be fetched', async () => {
    const { ports, sockets, waits, states, world } = browser();
    world.outcome = 'failed';
    startLive(ports, '2026-Q2');
    sockets[0]!.opened();
    await settle();
    expect(states).not.toContain('live');
    expect(sockets[0]!.closedByUs).toBe(true);
    expect(waits).toHaveLength(1);
  });

  it('stops for good when the session has ended, and says so last', async () => {
    const { ports, sockets, waits, states, world } = browser();
    startLive(ports, '2026-Q2');
    sockets[0]!.opened();
    await settle();
    world.outcome = 'ended';
    sockets[0]!.message(change('2026-Q2'));
    await settle();
    expect(states.at(-1)).toBe('ended');
    expect(sockets[0]!.closedByUs).toBe(true);
    expect(waits).toHaveLength(0);
  });

  it('finds out that the session has ended where only the handshake fails', async () => {
    const { ports, sockets, waits, states, world } = browser();
    world.outcome = 'ended';
    startLive(ports, '2026-Q2');
    sockets[0]!.closed();
    waits[0]!.run();
    await settle();
    expect(states.at(-1)).toBe('ended');
    expect(sockets).toHaveLength(1);
  });

  it('tries at once when something says that it is worth while, but only then when it waits', async () => {
    const { ports, sockets, waits } = browser();
    const live = startLive(ports, '2026-Q2');
    live.nudge();
    expect(sockets).toHaveLength(1);
    sockets[0]!.closed();
    live.nudge();
    await settle();
    expect(waits[0]!.cancelled).toBe(true);
    expect(sockets).toHaveLength(2);
    live.nudge();
    await settle();
    expect(sockets).toHaveLength(2);
  });

  it('leaves nothing behind when it is stopped', () => {
    const { ports, sockets, waits, states } = browser();
    startLive(ports, '2026-Q2').stop();
    expect(sockets[0]!.closedByUs).toBe(true);
    expect(waits).toHaveLength(0);
    expect(states).toEqual([]);
  });
});
