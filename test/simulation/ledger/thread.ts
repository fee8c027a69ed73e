/**
 * The Worker of a simulation: the built bundle, in a thread of its own, which does one command at a time while the simulation waits.
 * So its promises come to their end within one step, and a run repeats.
 */
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Command, Crash, Reply, SimulatedAnswer, SimulatedRequest, StoredRevision } from './messages.ts';

/** For a thread that died; no command takes a hundredth of it. */
const PATIENCE_MS = 60_000;

export interface LedgerThread {
  found(now: number, env: Readonly<Record<string, string>>): void;
  request(now: number, request: SimulatedRequest, crash?: Crash | null): SimulatedAnswer;
  evict(now: number): void;
  ring(now: number): void;
  keys(keys: readonly object[] | null): void;
  /** Revisions whose ledger entry is above `after`, in the ledger's order, and how many entries the ledger has. */
  stored(after: number): { readonly revisions: readonly StoredRevision[]; readonly entries: number };
  close(): Promise<void>;
}

/** @param bundle the path of the built Worker. */
export function startLedgerThread(bundle: string): LedgerThread {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL('./thread-worker.ts', import.meta.url), {
    workerData: { port: port2, signal, bundle },
    transferList: [port2],
    // SQLite in Node is still called experimental.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  worker.unref();
  const ask = (command: Command): Reply => {
    Atomics.store(signal, 0, 0);
    port1.postMessage(command);
    if (Atomics.wait(signal, 0, 0, PATIENCE_MS) === 'timed-out') throw new Error(`no answer to ${command.kind}`);
    const received: { message: Reply } | undefined = receiveMessageOnPort(port1);
    if (received === undefined) throw new Error(`nothing came back of ${command.kind}`);
    if (received.message.kind === 'failed') throw new Error(received.message.message);
    return received.message;
  };
  return {
    found: (now, env) => void ask({ kind: 'found', now, env }),
    request: (now, request, crash = null) => {
      const reply = ask({ kind: 'request', now, request, crash });
      if (reply.kind !== 'answer') throw new Error(`a ${reply.kind} instead of an answer`);
      return reply.answer;
    },
    evict: (now) => void ask({ kind: 'evict', now }),
    ring: (now) => void ask({ kind: 'ring', now }),
    keys: (keys) => void ask({ kind: 'keys', keys }),
    stored: (after) => {
      const reply = ask({ kind: 'stored', after });
      if (reply.kind !== 'stored') throw new Error(`a ${reply.kind} instead of what is stored`);
      return reply;
    },
    close: async () => {
      port1.close();
      await worker.terminate();
    },
  };
}
