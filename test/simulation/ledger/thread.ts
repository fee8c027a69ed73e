/**
 * The Worker of a simulation: the built bundle, in a thread of its own, which does one command at a time while the simulation waits.
 * So its promises come to their end within one step, and a run repeats.
 */
import { startBlockingThread } from '../../../addon/desk/server/blocking-thread.ts';
import type { Command, Crash, Reply, SimulatedAnswer, SimulatedRequest, StoredRevision } from './messages.ts';

/** For a thread that died; no command takes a hundredth of it. */
const PATIENCE_MS = 60_000;

export interface LedgerThread {
  found(now: number, env: Readonly<Record<string, string>>): void;
  request(now: number, request: SimulatedRequest, crash?: Crash | null): SimulatedAnswer;
  evict(now: number): void;
  ring(now: number): void;
  keys(keys: readonly object[] | null): void;
  /** Revisions whose ledger entry is above `after`, in the ledger's order. */
  stored(after: number): readonly StoredRevision[];
  close(): Promise<void>;
}

/** In what the Worker runs: the bundle in a thread of Node with SQLite of ours, which is quick, or workerd itself. */
export type Runtime = 'node' | 'workerd';
const SCRIPTS: Readonly<Record<Runtime, string>> = {
  node: './thread-worker.ts',
  workerd: './workerd-thread-worker.ts',
};

/** @param bundle the path of the built Worker. */
export function startLedgerThread(bundle: string, runtime: Runtime): LedgerThread {
  const thread = startBlockingThread<Command, Reply>(
    new URL(SCRIPTS[runtime], import.meta.url),
    { bundle },
    // SQLite in Node is still called experimental.
    ['--disable-warning=ExperimentalWarning'],
  );
  const ask = (command: Command): Reply => {
    const reply = thread.ask(command, PATIENCE_MS);
    if (reply === undefined) throw new Error(`no answer to ${command.kind}`);
    if (reply === null) throw new Error(`nothing came back of ${command.kind}`);
    if (reply.kind === 'failed') throw new Error(reply.message);
    return reply;
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
      return reply.revisions;
    },
    close: thread.close,
  };
}
