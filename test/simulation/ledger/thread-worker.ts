/** The other side of thread.ts: the built Worker with a virtual clock, its object on a storage of ours, and the issuer's keys. */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { workerData } from 'node:worker_threads';
import { answerBlocking } from '../../../addon/desk/server/blocking-thread.ts';
import type { Command, Crash, Reply, SimulatedAnswer, SimulatedRequest, StoredRevision } from './messages.ts';
import { ObjectStorage } from './storage.ts';
import { enterWorld, REVISIONS, world } from './virtual-world.ts';

type Env = Record<string, unknown>;

interface CommuneObject {
  fetch(request: Request): Promise<Response>;
  alarm(): Promise<void>;
}

/** What the bundle exports. */
interface Bundle {
  readonly default: { fetch(request: Request, env: Env): Promise<Response> };
  readonly Commune: new (context: object, env: Env) => CommuneObject;
}

const { bundle }: { bundle: string } = workerData;

/** The platform's own module: all that the object inherits is its two fields. */
const PLATFORM = `export class DurableObject { constructor(ctx, env) { this.ctx = ctx; this.env = env; } }`;

function preparePlatform(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'cloudflare:workers'
        ? { url: `data:text/javascript,${encodeURIComponent(PLATFORM)}`, shortCircuit: true }
        : next(specifier, context),
  });
  enterWorld();
  Object.assign(globalThis, { WebSocketRequestResponsePair: class {} });
  Object.defineProperty(Response.prototype, 'webSocket', { get: () => null });
}

preparePlatform();
const worker: Bundle = await import(pathToFileURL(bundle).href);

/** One commune's object, as often as it is evicted or killed. */
class Hosted {
  readonly #storage = new ObjectStorage();
  readonly #env: Env;
  #instance: CommuneObject | null = null;
  /** The storage's, when the instance was made: another one, and its process is gone. */
  #life = 0;
  /** Of the request under way: all is stored, and nobody is told. */
  #diesUnanswered = false;

  constructor(vars: Readonly<Record<string, string>>) {
    this.#env = { ...vars, COMMUNE: { idFromName: (name: string) => name, get: () => ({ fetch: this.#toObject }) } };
  }

  get storage(): ObjectStorage {
    return this.#storage;
  }

  async request({ method, url, headers, body }: SimulatedRequest, crash: Crash | null): Promise<SimulatedAnswer> {
    this.#diesUnanswered = crash === 'before-answer';
    if (crash !== null && crash !== 'before-answer') this.#storage.crashAfter(crash.beforeStatement);
    const response = await worker.default.fetch(new Request(url, { method, headers, body }), this.#env);
    const text = await response.text();
    this.#storage.crashAfter(Number.POSITIVE_INFINITY);
    return { status: response.status, headers: Object.fromEntries(response.headers), body: text };
  }

  evict(): void {
    this.#storage.endLife();
  }

  async ring(): Promise<void> {
    const { alarmAt } = this.#storage;
    if (alarmAt === null || alarmAt > world.now) return;
    this.#storage.takeAlarm();
    await this.#object().alarm();
  }

  /** As the stub of the platform: it throws where the object's process ended before it had answered. */
  readonly #toObject = async (request: Request): Promise<Response> => {
    const { life } = this.#storage;
    const response = await this.#object().fetch(request);
    // Its body is read by now or never: it is of the instance that is about to end.
    if (this.#diesUnanswered) this.evict();
    if (this.#storage.life === life) return response;
    throw new Error('the object was killed');
  };

  #object(): CommuneObject {
    if (this.#instance !== null && this.#life === this.#storage.life) return this.#instance;
    this.#instance = null;
    this.#life = this.#storage.life;
    const context = {
      storage: this.#storage.forInstance(),
      waitUntil: (work: Promise<unknown>) => void work.catch(() => {}),
      setWebSocketAutoResponse: () => {},
      getWebSockets: () => [],
    };
    const made = new worker.Commune(context, this.#env);
    this.#instance = made;
    return made;
  }
}

let hosted = new Hosted({});

async function doCommand(command: Command): Promise<Reply> {
  if ('now' in command) world.now = command.now;
  switch (command.kind) {
    case 'found':
      hosted = new Hosted(command.env);
      return { kind: 'done' };
    case 'request':
      return { kind: 'answer', answer: await hosted.request(command.request, command.crash) };
    case 'evict':
      hosted.evict();
      return { kind: 'done' };
    case 'ring':
      await hosted.ring();
      return { kind: 'done' };
    case 'keys':
      world.keys = command.keys;
      return { kind: 'done' };
    case 'stored':
      return {
        kind: 'stored',
        revisions: hosted.storage.read(REVISIONS, command.after) as unknown as StoredRevision[],
      };
  }
}

answerBlocking(async (command: Command): Promise<Reply> => {
  try {
    return await doCommand(command);
  } catch (cause) {
    return { kind: 'failed', message: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
  }
});
