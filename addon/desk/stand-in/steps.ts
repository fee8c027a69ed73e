/** What is done while other things are done, and what became of it. */
import type { Launch } from './launch.ts';
import type { EditEvent } from './model/types.ts';
import type { ScriptUser } from './ports.ts';
import type { RunOutcome } from './run-outcome.ts';

/** A call, what a person does in the grid (which may fire edit triggers), the clock's triggers that are due, or a time without a step. */
export type Step =
  | { readonly kind: 'call'; readonly launch: Launch | RunOutcome }
  | { readonly kind: 'person'; readonly user: ScriptUser; readonly does: () => EditEvent | null }
  | { readonly kind: 'clock'; readonly at: number }
  | { readonly kind: 'pause'; readonly ms: number };

/** The runs of a step in the order in which they ended. `dropped`: the edit's event was one too many. */
export interface StepOutcome {
  readonly dropped: boolean;
  readonly runs: readonly RunOutcome[];
}

/** A step's outcome while it is still coming. */
export interface Told {
  dropped: boolean;
  readonly runs: RunOutcome[];
}
