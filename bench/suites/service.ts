/**
 * The service in workerd alone, without a development proxy, on a disk: how many requests a second, how even, and how much of the
 * processor, each beside Workers on the same platform that do next to nothing. All are loaded in turns within one run.
 */

import { workerdVersion } from '../../test/service/plain-workerd.ts';
import { quantile, type Result, spreadOf } from '../results.ts';
import { type Load, load } from '../service/load.ts';
import { openStand, type Stand, type TargetName } from '../service/targets.ts';

const CLIENTS = [1, 16, 64] as const;
const ROUNDS = 9;
/** The first rounds of each are not counted. */
const WARM_UP = 2;
const LOAD_MS = 400;
/** Before all of it each is loaded so long, by so many: code is compiled while it runs, the more of it the more often it ran. */
const FIRST_MS = 3000;
const FIRST_CLIENTS = 16;

type Measured = Load & { readonly cpuMs: number };
type Loads = Readonly<Record<TargetName, readonly Measured[]>>;

export async function serviceSuite(): Promise<Result[]> {
  const stand = await openStand();
  try {
    for (const { clients } of Object.values(await stand.targets(FIRST_CLIENTS))) await load(await clients(), FIRST_MS);
    const results: Result[] = [];
    for (const clients of CLIENTS) results.push(...resultsOf(clients, await loadsOf(stand, clients)));
    return results;
  } finally {
    await stand.close();
  }
}

async function loadsOf(stand: Stand, clients: number): Promise<Loads> {
  const targets = await stand.targets(clients);
  const loads: Record<TargetName, Measured[]> = {
    empty: [],
    idle: [],
    insert: [],
    put: [],
    summary: [],
    unchanged: [],
    overview: [],
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of Object.keys(loads) as TargetName[]) {
      const { workerd, clients: open } = targets[name];
      const ready = await open();
      const before = workerd.cpuSeconds();
      const one = await load(ready, LOAD_MS);
      const cpuMs = ((workerd.cpuSeconds() - before) * 1000) / one.latencies.length;
      if (round >= WARM_UP) loads[name].push({ ...one, cpuMs });
    }
  }
  return loads;
}

const ROUTES: readonly (readonly [TargetName, string])[] = [
  ['put', 'a whole report (PUT), checked, chained and on the disk'],
  ['summary', 'the summary (GET, 200)'],
  ['unchanged', 'the summary, unchanged (304)'],
  ['overview', 'the overview page'],
];

/** Smallest shares of the requests of an object that does nothing, by route and clients. */
const GOALS: Readonly<Partial<Record<TargetName, Readonly<Record<number, number>>>>> = {
  put: { 1: 0.3, 16: 0.5 },
  summary: { 1: 0.7, 16: 0.7 },
};
const EVEN_AT = 64;
const MOST_UNEVEN = 15;
/** What the free plan lets a request have of the processor. */
const FREE_PLAN_MS = 10;

function resultsOf(clients: number, loads: Loads): Result[] {
  return ROUTES.flatMap(([route, words]) => {
    const what = `${words}; ${clients === 1 ? '1 client' : `${clients} clients`}`;
    return [
      throughput(what, loads, route, GOALS[route]?.[clients] ?? null),
      ...(route === 'put' ? [evenness(what, clients, loads.put)] : []),
      ...(clients === 1 ? [processor(words, loads, route)] : []),
    ];
  });
}

function throughput(what: string, loads: Loads, route: TargetName, goal: number | null): Result {
  const rates = (name: TargetName) => loads[name].map(({ perSecond }) => perSecond);
  const ours = spreadOf(rates(route));
  const beside = (name: TargetName) => {
    const { median } = spreadOf(rates(name));
    return { median, ratio: ours.median / median };
  };
  const floor = { name: 'an object that does nothing', ...beside('idle') };
  return {
    suite: 'service',
    name: what,
    unit: 'requests/s',
    ours,
    peers: [
      { name: 'an object that inserts one row, workerd', version: workerdVersion(), ...beside('insert') },
      { name: 'an empty Worker, workerd', version: workerdVersion(), ...beside('empty') },
    ],
    floor,
    goal,
    goalIs: 'ratio at least',
    met: goal === null ? null : floor.ratio >= goal,
  };
}

function evenness(what: string, clients: number, loads: readonly Measured[]): Result {
  const shares = loads.map(({ latencies }) => quantile(latencies, 0.99) / quantile(latencies, 0.5));
  const ours = spreadOf(shares);
  const isGoal = clients === EVEN_AT;
  return {
    suite: 'service',
    name: `${what}, p99 / p50`,
    unit: '×',
    ours,
    peers: [],
    floor: null,
    goal: isGoal ? MOST_UNEVEN : null,
    goalIs: 'median at most',
    met: isGoal ? ours.median <= MOST_UNEVEN : null,
  };
}

function processor(what: string, loads: Loads, route: TargetName): Result {
  const times = (name: TargetName) => spreadOf(loads[name].map(({ cpuMs }) => cpuMs));
  const ours = times(route);
  const idle = times('idle').median;
  return {
    suite: 'service',
    name: `${what}: processor time a request`,
    unit: 'ms',
    ours,
    peers: [],
    floor: { name: 'an object that does nothing', median: idle, ratio: ours.median / idle },
    goal: FREE_PLAN_MS,
    goalIs: 'median at most',
    met: ours.median <= FREE_PLAN_MS,
  };
}
