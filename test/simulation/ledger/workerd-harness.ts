/**
 * Runs inside workerd, around the built Worker: does the simulation's commands on the platform's own objects and storage, with a virtual
 * clock. What ends an object is the platform's `abort`: what was not committed is gone, and so is all that it had in memory.
 */

import type { Command, Crash, Reply, SimulatedAnswer, SimulatedRequest, StoredRevision } from './messages.ts';
// @ts-expect-error The built Worker: it lies beside this one in workerd, and nowhere else.
import builtWorker, { Commune as BuiltCommune } from './service.js';
import { enterWorld, REVISIONS, world } from './virtual-world.ts';

type Env = Record<string, unknown>;

interface SqlStorage {
  exec(query: string, ...bindings: unknown[]): { toArray(): StoredRevision[] };
}

interface Storage {
  readonly sql: SqlStorage;
  setAlarm(at: number | Date): Promise<void>;
  sync(): Promise<void>;
}

interface ObjectContext {
  readonly storage: Storage;
  abort(reason: string): never;
}

interface CommuneObject {
  fetch(request: Request): Promise<Response>;
  alarm(): Promise<void>;
}

interface Stub {
  fetch(request: Request): Promise<Response>;
}

interface Namespace {
  idFromName(name: string): unknown;
  get(id: unknown): Stub;
}

const worker: { fetch(request: Request, env: Env): Promise<Response> } = builtWorker;
const Commune: new (context: ObjectContext, env: Env) => CommuneObject = BuiltCommune;

enterWorld();

/** What the simulation does to the one commune that it plays with now. */
const fate = {
  /** One commune after the other: each has an object of its own. */
  name: '',
  vars: {} as Readonly<Record<string, string>>,
  alarmAt: null as number | null,
  statementsLeft: Number.POSITIVE_INFINITY,
  diesUnanswered: false,
};

const arranged = new WeakSet<object>();

/** On the platform's own prototypes, as its objects cannot be wrapped: alarms ring by the virtual clock, statements are counted. */
function arrange(context: ObjectContext): void {
  const storage = Object.getPrototypeOf(context.storage) as Storage;
  const sql = Object.getPrototypeOf(context.storage.sql) as SqlStorage;
  if (!arranged.has(storage)) {
    arranged.add(storage);
    storage.setAlarm = async (at) => {
      fate.alarmAt = Number(at);
    };
    const { exec } = sql;
    sql.exec = function (this: SqlStorage, query, ...bindings) {
      if (fate.statementsLeft <= 0) {
        fate.statementsLeft = Number.POSITIVE_INFINITY;
        current?.abort('the process was ended');
      }
      fate.statementsLeft -= 1;
      return exec.call(this, query, ...bindings);
    };
  }
}

let current: ObjectContext | null = null;

const INSIDE = 'https://inside.test';

/** The Worker's own object, with commands of the simulation beside its requests. */
export class SimulatedCommune extends Commune {
  readonly #context: ObjectContext;

  constructor(context: ObjectContext, env: Env) {
    arrange(context);
    current = context;
    super(context, { ...env, ...fate.vars });
    this.#context = context;
  }

  override async fetch(request: Request): Promise<Response> {
    const { origin, pathname, searchParams } = new URL(request.url);
    if (origin !== INSIDE) {
      const response = await super.fetch(request);
      if (!fate.diesUnanswered) return response;
      await this.#context.storage.sync();
      return this.#context.abort('the process was ended before it answered');
    }
    if (pathname === '/evict') this.#context.abort('evicted');
    if (pathname === '/ring') await this.alarm();
    if (pathname === '/stored')
      return Response.json(this.#context.storage.sql.exec(REVISIONS, Number(searchParams.get('after'))).toArray());
    return new Response(null);
  }
}

async function doCommand(command: Command, env: Env): Promise<Reply> {
  const namespace = env.COMMUNE as Namespace;
  const object = (): Stub => namespace.get(namespace.idFromName(fate.name));
  const inside = (path: string): Promise<Response> => object().fetch(new Request(INSIDE + path));
  if ('now' in command) world.now = command.now;
  switch (command.kind) {
    case 'found':
      Object.assign(fate, {
        name: `commune of ${Object.values(command.env).join()}`,
        vars: command.env,
        alarmAt: null,
      });
      return { kind: 'done' };
    case 'request':
      return { kind: 'answer', answer: await answerTo(command.request, command.crash, env, object) };
    case 'evict':
      await inside('/evict').catch(() => {});
      await firstAnswer(() => inside('/'));
      return { kind: 'done' };
    case 'ring':
      if (fate.alarmAt === null || fate.alarmAt > world.now) return { kind: 'done' };
      fate.alarmAt = null;
      await inside('/ring');
      return { kind: 'done' };
    case 'keys':
      world.keys = command.keys;
      return { kind: 'done' };
    case 'stored':
      return { kind: 'stored', revisions: await (await inside(`/stored?after=${command.after}`)).json() };
  }
}

/** Until the platform has taken notice of an end, requests go to what ended. */
async function firstAnswer(ask: () => Promise<Response>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return void (await ask());
    } catch {}
  }
  throw new Error('the object does not come back');
}

async function answerTo(
  { method, url, headers, body }: SimulatedRequest,
  crash: Crash | null,
  env: Env,
  object: () => Stub,
): Promise<SimulatedAnswer> {
  fate.diesUnanswered = crash === 'before-answer';
  if (crash !== null && crash !== 'before-answer') fate.statementsLeft = crash.beforeStatement;
  const namespace = { idFromName: (name: string) => name, get: object };
  const response = await worker.fetch(new Request(url, { method, headers: { ...headers }, body }), {
    ...env,
    ...fate.vars,
    COMMUNE: namespace,
  });
  const text = await response.text();
  fate.diesUnanswered = false;
  fate.statementsLeft = Number.POSITIVE_INFINITY;
  if (crash !== null) await firstAnswer(() => object().fetch(new Request(INSIDE)));
  return { status: response.status, headers: Object.fromEntries(response.headers), body: text };
}

const front = {
  async fetch(request: Request, env: Env): Promise<Response> {
    try {
      return Response.json(await doCommand((await request.json()) as Command, env));
    } catch (cause) {
      return Response.json({
        kind: 'failed',
        message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
      });
    }
  },
};

// biome-ignore lint/style/noDefaultExport: workerd takes a Worker from the default export.
export default front;
