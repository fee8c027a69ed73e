/** The other side of thread.ts: the built Worker with a virtual clock, its object on a storage of ours, and the issuer's keys. */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { workerData } from 'node:worker_threads';
import { answerBlocking } from '../../../addon/desk/server/blocking-thread.ts';
import type { Command, Crash, Reply, SimulatedAnswer, SimulatedRequest, StoredRevision } from './messages.ts';
import { ObjectStorage } from './storage.ts';

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

let now = 0;
let keys: readonly object[] | null = [];

/** The platform's own module: all that the object inherits is its two fields. */
const PLATFORM = `export class DurableObject { constructor(ctx, env) { this.ctx = ctx; this.env = env; } }`;

class VirtualDate extends Date {
  constructor(...parts: [] | [number | string | Date]) {
    super(parts.length === 0 ? now : parts[0]);
  }
  static override now(): number {
    return now;
  }
}

/** Only the issuer is there. */
async function outside(input: Request | URL | string): Promise<Response> {
  if (keys === null) throw new TypeError('the issuer cannot be reached');
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  return pathname === '/jwks' ? Response.json({ keys }) : new Response('no', { status: 404 });
}

function preparePlatform(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'cloudflare:workers'
        ? { url: `data:text/javascript,${encodeURIComponent(PLATFORM)}`, shortCircuit: true }
        : next(specifier, context),
  });
  Object.assign(globalThis, {
    Date: VirtualDate,
    fetch: outside,
    WebSocketRequestResponsePair: class {},
    // What went wrong is seen in the answers; the lines themselves would drown a test's output.
    console: { ...console, log: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
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
    if (alarmAt === null || alarmAt > now) return;
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

const REVISIONS = `SELECT unit, period, revision, state, sheet, content, content_hash AS contentHash, at, by, ledger_index AS ledgerIndex
  FROM revisions WHERE ledger_index > ? ORDER BY ledger_index`;

async function doCommand(command: Command): Promise<Reply> {
  if ('now' in command) now = command.now;
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
      keys = command.keys;
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
