/** One run of a script function: who it is, what it may, how long it has taken, and the way every service call goes through. */

import { authorise } from './authorisation.ts';
import { GOOGLE_SAYS } from './failures.ts';
import type { HostState } from './host-state.ts';
import { editRight } from './model/protection-check.ts';
import type { Area, Cell } from './model/types.ts';
import { PendingWrites } from './pending-writes.ts';
import type { RunKind, ScriptRealm, ScriptUser, ServiceCall } from './ports.ts';

export interface RunIdentity {
  readonly functionName: string;
  readonly kind: RunKind;
  readonly authMode: 'NONE' | 'LIMITED' | 'FULL';
  /** Whose rights count. */
  readonly effective: ScriptUser;
  /** Who sits at the keyboard; null in a clock run. */
  readonly active: ScriptUser | null;
}

const SIMPLE_LIMIT_MS = 30_000;
const RUN_LIMIT_MS = 360_000;
/** A desk that is open for days must not grow with its record of calls. */
const CALLS_KEPT = 200_000;

export interface RunStart {
  readonly id: number;
  readonly identity: RunIdentity;
  readonly host: HostState;
  /** When it begins. */
  readonly at: number;
  /** Among others that live at the same time: a lock that is held is waited for, and the runs' clocks go together. */
  readonly together?: boolean;
}

export class Run {
  readonly id: number;
  readonly identity: RunIdentity;
  readonly host: HostState;
  readonly together: boolean;
  readonly startedAt: number;
  readonly heldLocks = new Set<string>();
  readonly writes = new PendingWrites();
  realm: ScriptRealm | null = null;
  elapsedMs = 0;
  #calls = 0;
  #over: string | null = null;
  /** By how much it began after the host's clock: an edit's event may have waited. */
  readonly #delayMs: number;

  constructor({ id, identity, host, at, together = false }: RunStart) {
    this.id = id;
    this.identity = identity;
    this.host = host;
    this.together = together;
    this.startedAt = at;
    this.#delayMs = at - host.ports.now();
  }

  get limitMs(): number {
    return this.identity.kind === 'simple' ? SIMPLE_LIMIT_MS : RUN_LIMIT_MS;
  }

  /** Why the platform has ended it; null while it has not. Whatever the script catches, an ended run has failed. */
  get over(): string | null {
    return this.#over;
  }

  /**
   * Every service call passes here first: right, quota, time, and the test's own wishes.
   * @returns what the call throws when it has had its effect, or null.
   */
  enter(service: string, member: string): string | null {
    if (this.#over !== null) throw new Error(this.#over);
    authorise(this, service, member);
    const { ports } = this.host;
    this.#calls += 1;
    const call = this.#describe(service, member);
    const ms = ports.latency?.(call) ?? 0;
    this.#record(call, ms);
    ports.beforeCall?.(call);
    const failure = ports.failure?.(call) ?? null;
    if (failure?.kind === 'killed') this.end(GOOGLE_SAYS.outOfTime, failure.unflushed ?? 'lost');
    this.spend(ms);
    if (failure?.kind === 'throws' && failure.after !== true) throw new Error(failure.message);
    this.writes.before(service, member);
    return failure?.kind === 'throws' ? failure.message : null;
  }

  /** Virtual time. Google stops a run at its limit wherever it is. */
  spend(ms: number): void {
    this.elapsedMs += ms;
    if (this.elapsedMs > this.limitMs) this.end(GOOGLE_SAYS.outOfTime, 'lost');
  }

  /** To the clock of all runs: somebody else's call took that long. */
  catchUp(now: number): void {
    this.spend(Math.max(0, now - this.now()));
  }

  /** The platform ends the run. The script may still catch this, but no call of it does anything any more. */
  end(why: string, unflushed: 'lost' | 'kept'): never {
    this.#over ??= why;
    if (unflushed === 'lost') this.writes.lose();
    this.release();
    throw new Error(this.#over);
  }

  /** What the end of a run does, however it came to it. Throws what a write that waited throws. */
  finish(): void {
    try {
      this.writes.make();
    } finally {
      this.release();
    }
  }

  /** The clock as the run sees it. */
  now(): number {
    const from = this.together ? this.startedAt : this.host.ports.now() + this.#delayMs;
    return from + this.elapsedMs;
  }

  write(sheetId: number, area: Area, make: (cell: Cell, row: number, column: number) => Cell): void {
    this.assertMayEdit(sheetId, area);
    this.writes.add(() => this.host.model.write(sheetId, area, make, 'script'));
  }

  assertMayEdit(sheetId: number, area: Area): void {
    const right = editRight(this.host.model.state, this.identity.effective.email, sheetId, area);
    if (!right.allowed)
      throw new Error(
        'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
      );
  }

  private release(): void {
    for (const name of this.heldLocks) this.host.locks.delete(name);
    this.heldLocks.clear();
  }

  #describe(service: string, member: string): ServiceCall {
    const { functionName, kind, effective } = this.identity;
    const locks = [...this.heldLocks];
    return { run: this.id, index: this.#calls, functionName, kind, user: effective.email, service, member, locks };
  }

  #record(call: ServiceCall, ms: number): void {
    const { calls } = this.host;
    calls.push({ ...call, ms });
    if (calls.length > CALLS_KEPT) calls.splice(0, CALLS_KEPT / 2);
  }
}
