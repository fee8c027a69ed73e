/** One run of a script function: who it is, what it may, how long it has taken, and the way every service call goes through. */

import { authorise } from './authorisation.ts';
import type { HostState } from './host-state.ts';
import { editRight } from './model/protection-check.ts';
import type { Area, Cell } from './model/types.ts';
import type { ScriptRealm, ScriptUser } from './ports.ts';

/** simple: onOpen/onEdit by name. installed, clock: as their creator. call: menu or google.script.run. */
export type RunKind = 'simple' | 'installed' | 'clock' | 'call';

export interface RunIdentity {
  readonly functionName: string;
  readonly kind: RunKind;
  readonly authMode: 'NONE' | 'LIMITED' | 'FULL';
  /** Whose rights count. */
  readonly effective: ScriptUser;
  /** Who sits at the keyboard; null in a clock run. */
  readonly active: ScriptUser | null;
}

export const SIMPLE_LIMIT_MS = 30_000;
export const RUN_LIMIT_MS = 360_000;
/** A desk that is open for days must not grow with its record of calls. */
const CALLS_KEPT = 200_000;

export class Run {
  readonly id: number;
  readonly identity: RunIdentity;
  readonly host: HostState;
  readonly heldLocks = new Set<string>();
  realm: ScriptRealm | null = null;
  elapsedMs = 0;

  constructor(id: number, identity: RunIdentity, host: HostState) {
    this.id = id;
    this.identity = identity;
    this.host = host;
  }

  get limitMs(): number {
    return this.identity.kind === 'simple' ? SIMPLE_LIMIT_MS : RUN_LIMIT_MS;
  }

  /** Every service call passes here first: right, quota, time, and the test's own wishes. */
  enter(service: string, member: string): void {
    const call = { run: this.id, user: this.identity.effective.email, service, member };
    authorise(this, service, member);
    const ms = this.host.ports.latency?.(call) ?? 0;
    this.host.calls.push({ ...call, ms });
    if (this.host.calls.length > CALLS_KEPT) this.host.calls.splice(0, CALLS_KEPT / 2);
    this.host.ports.beforeCall?.(call);
    this.spend(ms);
  }

  /** Virtual time. Google stops a run at its limit wherever it is. */
  spend(ms: number): void {
    this.elapsedMs += ms;
    if (this.elapsedMs > this.limitMs) throw new Error('Exceeded maximum execution time');
  }

  /** The clock as the run sees it. */
  now(): number {
    return this.host.ports.now() + this.elapsedMs;
  }

  write(sheetId: number, area: Area, make: (cell: Cell, row: number, column: number) => Cell): void {
    this.assertMayEdit(sheetId, area);
    this.host.model.write(sheetId, area, make, 'script');
  }

  assertMayEdit(sheetId: number, area: Area): void {
    const right = editRight(this.host.model.state, this.identity.effective.email, sheetId, area);
    if (!right.allowed)
      throw new Error(
        'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
      );
  }
}
