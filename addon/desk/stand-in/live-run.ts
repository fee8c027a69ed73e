/** A run among others: it stands before its next service call until it is its turn. */
import { Handles } from './handles.ts';
import type { HostState } from './host-state.ts';
import type { Launch } from './launch.ts';
import { Run } from './run.ts';
import { endOf, seedOf } from './run-end.ts';
import { notFound, type RunOutcome, type RunResult } from './run-outcome.ts';
import type { RunThread, ThreadStep } from './run-thread.ts';
import { makeGlobals } from './services/globals.ts';
import { LockWait } from './waiting.ts';

export class LiveRun {
  readonly run: Run;
  readonly #launch: Launch;
  readonly #thread: RunThread;
  readonly #handles = new Handles();
  #step: ThreadStep | null = null;
  #wait: LockWait | null = null;
  #waitedInVain = false;

  constructor(host: HostState, source: string, launch: Launch, at: number) {
    const thread = host.ports.thread?.(source);
    if (thread === undefined) throw new Error('Runs at the same time need the port "thread"');
    this.#launch = launch;
    this.#thread = thread;
    this.run = new Run({ id: host.nextRun(), identity: launch.identity, host, at, together: true });
    const { kit, services } = makeGlobals(this.run);
    thread.begin({
      functionName: launch.identity.functionName,
      args: launch.makeArguments(kit).map((arg) => this.#handles.give(arg)),
      services: Object.entries(services).map(([name, service]) => [name, this.#handles.give(service)]),
      now: this.run.now(),
      seed: seedOf(host),
    });
  }

  /** Until when it waits for a lock that is held; null: it can go on. */
  get waitsUntil(): number | null {
    return this.#wait === null || this.#waitedInVain || this.#wait.free() ? null : this.#wait.until;
  }

  /** It is that late: who still waits for a lock may have waited long enough. */
  notice(now: number): void {
    const until = this.waitsUntil;
    if (until !== null && until <= now) this.#waitedInVain = true;
  }

  /** When it can make its next call, by the clock of all. */
  readyAt(now: number): number {
    return Math.max(now, this.run.now());
  }

  /** The outcome when the script has come to its end, else undefined; null where there is nothing to tell. */
  ended(): RunOutcome | null | undefined {
    const step = this.#next();
    if (step.kind === 'call') return undefined;
    this.#thread.release();
    if (step.kind === 'missing') return this.#launch.mayBeMissing ? null : notFound(this.#launch.identity);
    const result: RunResult =
      step.kind === 'returned' ? { ok: true, value: this.#handles.take(step.value) } : { ok: false, error: step.error };
    return this.#launch.answer(endOf(this.run, result));
  }

  /** Makes the call that it stands before, or begins to wait for a lock, or ends its waiting. */
  go(now: number): void {
    const { run } = this;
    try {
      run.catchUp(now);
      const value = this.#wait === null ? this.#call() : this.#wait.finish(!this.#waitedInVain);
      this.#thread.answer({ kind: 'value', value: this.#handles.give(value), now: run.now() });
    } catch (error) {
      if (error instanceof LockWait) {
        this.#wait = error;
        return;
      }
      const message = error instanceof Error ? error.message : String(error);
      this.#thread.answer({ kind: 'error', message, now: run.now(), over: run.over !== null });
    }
    this.#wait = null;
    this.#waitedInVain = false;
    this.#step = null;
  }

  #next(): ThreadStep {
    if (this.#step !== null) return this.#step;
    const step = this.#thread.next();
    for (const line of step.log) this.run.host.ports.log?.(line);
    this.#step = step;
    return step;
  }

  #call(): unknown {
    const step = this.#next();
    if (step.kind !== 'call') throw new Error('The run has ended');
    const member: unknown = Reflect.get(this.#handles.object(step.on), step.member);
    if (typeof member !== 'function') throw new Error(`${step.member} is no function`);
    return Reflect.apply(
      member,
      undefined,
      step.args.map((arg) => this.#handles.take(arg)),
    );
  }
}
