/** Results from samples that were taken in turns. */
import { type Floor, type Peer, type Result, spreadOf } from './results.ts';

export interface Measured {
  readonly suite: string;
  readonly name: string;
  readonly unit: string;
  readonly samples: readonly number[];
}

/** Beside what nobody can do without. @param goal the largest ratio to it, null where there is none. */
export function besideFloor(measured: Measured, name: string, floor: readonly number[], goal: number | null): Result {
  const { median } = spreadOf(floor);
  const beside: Floor = { name, median, ratio: spreadOf(measured.samples).median / median };
  return { ...frame(measured), peers: [], floor: beside, goal, met: goal === null ? null : beside.ratio <= goal };
}

/** Beside a peer. @param times how many times faster the goal asks for: the ratio of ours to theirs is to be one over it at most. */
export function besidePeer(
  measured: Measured,
  peer: { readonly name: string; readonly version: string; readonly samples: readonly number[] },
  times: number | null,
): Result {
  const { median } = spreadOf(peer.samples);
  const beside: Peer = {
    name: peer.name,
    version: peer.version,
    median,
    ratio: spreadOf(measured.samples).median / median,
  };
  const goal = times === null ? null : 1 / times;
  return { ...frame(measured), peers: [beside], floor: null, goal, met: goal === null ? null : beside.ratio <= goal };
}

function frame({ suite, name, unit, samples }: Measured): Pick<Result, 'suite' | 'name' | 'unit' | 'ours'> {
  return { suite, name, unit, ours: spreadOf(samples) };
}
