/** What passes between a host and a run in a thread of its own: the thread stops at each service call until it is answered. */
import type { Crossing } from './crossing.ts';

export interface ThreadTask {
  readonly functionName: string;
  readonly args: readonly Crossing[];
  /** The services by their global names. */
  readonly services: readonly (readonly [string, Crossing])[];
  /** The realm's clock until the first answer, milliseconds. */
  readonly now: number;
  /** Of the realm's `Math.random()`. */
  readonly seed: number;
}

export interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export type StepContent =
  | { readonly kind: 'call'; readonly on: number; readonly member: string; readonly args: readonly Crossing[] }
  | { readonly kind: 'returned'; readonly value: Crossing }
  | { readonly kind: 'threw'; readonly error: ThrownError }
  /** The bundle has no such function. */
  | { readonly kind: 'missing' };

/** `log`: lines of the console since the step before. */
export type ThreadStep = StepContent & { readonly log: readonly string[] };

/** `over`: the run has ended; what the script still does has no effect, and no call of it comes any more. */
export type ThreadAnswer =
  | { readonly kind: 'value'; readonly value: Crossing; readonly now: number }
  | { readonly kind: 'error'; readonly message: string; readonly now: number; readonly over: boolean };

export interface RunThread {
  /** Returns at once; so does `answer`. */
  begin(task: ThreadTask): void;
  /** Waits for the next service call or the end. */
  next(): ThreadStep;
  answer(answer: ThreadAnswer): void;
  /** After the end: free for another run. */
  release(): void;
}
