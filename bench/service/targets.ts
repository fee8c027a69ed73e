/** What is loaded in turns: the service's routes, and the Workers that do next to nothing. */
import { type ServedCommune, serveCommune } from '../../test/service/commune.ts';
import { headerIn, openConnection, requestText } from '../../test/service/http-connection.ts';
import { type PlainWorkerd, startPlainWorkerd } from '../../test/service/plain-workerd.ts';
import { EMPTY_WORKER, IDLE_OBJECT, ONE_INSERT } from './floors.ts';
import type { Client } from './load.ts';
import { repeaters } from './readers.ts';
import { reporters } from './reporters.ts';

export type TargetName = 'empty' | 'idle' | 'insert' | 'put' | 'summary' | 'unchanged' | 'overview';

export interface Target {
  readonly workerd: PlainWorkerd;
  /** Made anew before each load: what is unchanged now may not be later. */
  readonly clients: () => Promise<readonly Client[]>;
}

export interface Stand {
  targets(clients: number): Promise<Readonly<Record<TargetName, Target>>>;
  close(): Promise<void>;
}

const PERIOD = '2026-Q4';
const SUMMARY = `/api/summary?period=${PERIOD}`;
/** As long as a whole report of a unit. */
const BODY = 'x'.repeat(900);

export async function openStand(): Promise<Stand> {
  const commune = await serveCommune();
  const floors = {
    empty: await startPlainWorkerd(EMPTY_WORKER),
    idle: await startPlainWorkerd(IDLE_OBJECT),
    insert: await startPlainWorkerd(ONE_INSERT),
  };
  return {
    targets: (clients) => targetsFor(clients, commune, floors),
    close: async () => {
      await commune.close();
      for (const floor of Object.values(floors)) await floor.stop();
    },
  };
}

type Floors = Readonly<Record<'empty' | 'idle' | 'insert', PlainWorkerd>>;

async function targetsFor(count: number, commune: ServedCommune, floors: Floors) {
  const workerd = commune.workerd();
  const { port } = workerd;
  const headers = { Authorization: `Bearer ${await commune.token('viewer@demo.test')}` };
  const put = { method: 'PUT', path: '/', body: BODY };
  const floor = async (one: PlainWorkerd, request: { method: string; path: string; body?: string }) => {
    const clients = await repeaters(one.port, count, request);
    return { workerd: one, clients: async () => clients };
  };
  const ours = (clients: readonly Client[]): Target => ({ workerd, clients: async () => clients });
  return {
    empty: await floor(floors.empty, { method: 'GET', path: '/' }),
    idle: await floor(floors.idle, put),
    insert: await floor(floors.insert, put),
    put: ours(await reporters(commune, count)),
    summary: ours(await repeaters(port, count, { method: 'GET', path: SUMMARY, headers })),
    unchanged: { workerd, clients: () => whoHaveIt(port, count, headers) },
    overview: ours(await repeaters(port, count, { method: 'GET', path: `/?period=${PERIOD}`, headers })),
  };
}

/** Clients that know the summary as it is now. */
async function whoHaveIt(port: number, count: number, headers: Readonly<Record<string, string>>): Promise<Client[]> {
  const connection = await openConnection(port);
  const tag = headerIn(await connection.send(requestText('GET', SUMMARY, headers)), 'ETag') ?? '';
  connection.close();
  const request = { method: 'GET', path: SUMMARY, headers: { ...headers, 'If-None-Match': tag }, status: 304 };
  return repeaters(port, count, request);
}
