/** A run inside its own thread: evaluates the bundle, and asks the host at every service call. Free of what a thread is made of. */
import type { CompiledScript } from './ports.ts';
import { seededRandom } from './random.ts';
import { type RealmMakers, type RemoteCall, RemoteServices } from './remote-services.ts';
import { described } from './run-outcome.ts';
import type { StepContent, ThreadAnswer, ThreadStep, ThreadTask } from './run-thread.ts';
import { makeConsole } from './services/logging.ts';

export interface ThreadEnds {
  readonly compiled: CompiledScript;
  readonly tell: (step: ThreadStep) => void;
  /** Waits. */
  readonly receive: () => ThreadAnswer;
}

/** Of this realm, until the script's own is there. */
const MAKERS: RealmMakers = {
  date: (ms) => new Date(ms),
  list: (items) => [...items],
  error: (message) => new Error(message),
};

export function runTask(task: ThreadTask, { compiled, tell, receive }: ThreadEnds): void {
  let { now } = task;
  let over: string | null = null;
  let makers = MAKERS;
  let log: string[] = [];

  const step = (content: StepContent): void => {
    tell({ log, ...content });
    log = [];
  };
  const ask = (call: RemoteCall) => {
    if (over !== null) throw makers.error(over);
    step({ kind: 'call', ...call });
    const answer = receive();
    now = answer.now;
    if (answer.kind === 'value') return answer.value;
    if (answer.over) over = answer.message;
    throw makers.error(answer.message);
  };
  const remote = new RemoteServices(ask, () => makers);
  const console = makeConsole((line) => log.push(line));
  const services = Object.fromEntries(task.services.map(([name, service]) => [name, remote.receive(service)]));

  step(evaluated());

  function evaluated(): StepContent {
    try {
      const realm = compiled({ ...services, console }, { now: () => now, random: seededRandom(task.seed) });
      makers = realm;
      if (!realm.has(task.functionName)) return { kind: 'missing' };
      const args = task.args.map((arg) => remote.receive(arg));
      return { kind: 'returned', value: remote.send(realm.call(task.functionName, args)) };
    } catch (error) {
      return { kind: 'threw', error: described(error) };
    }
  }
}
