/** What a person can do in the sidebar. Each action decides with the state as it is, tells it, and lets the calls run behind. */
import { type Period, quarterOf } from '../../shared/periods.ts';
import type { Value, Values } from '../../shared/values.ts';
import type { Conflict, OpeningState, RebindRequest, Selection } from '../rpc.ts';
import { callingActions } from './calling-actions.ts';
import { displacedActions } from './displaced-actions.ts';
import { listActions } from './list-actions.ts';
import type { Panel } from './model/state.ts';
import type { Ask } from './script.ts';
import type { Store } from './store.ts';
import { typingActions } from './typing-actions.ts';
import { SUBMIT_WORDS } from './words.ts';
import type { Writer } from './writing.ts';

export type Choices = Readonly<Record<string, 'mine' | 'theirs'>>;

/** What Enter led to: the next cell, the end of the list, or a field that must be settled first. */
type Moved = 'moved' | 'end' | 'held';

export interface Actions {
  opened(opening: OpeningState): void;
  type(text: string): void;
  choose(value: number): void;
  restore(): void;
  focus(typing: boolean): void;
  /** Commits what is typed, if it is a value, and goes on; `held` where it is none. */
  commitAndMove(step: 1 | -1): Moved;
  /** Commits a field that was left, if what is typed there is a value. */
  leave(): void;
  put(value: Value): void;
  putInto(cell: Selection, value: Value): void;
  jump(input: string): void;
  showPeriod(period: Period): void;
  typeReason(text: string): void;
  saveReason(cell: Selection): Promise<void>;
  /** Takes over what the field offers; false where it offers nothing. */
  takeOffer(): boolean;
  show(panel: Panel): void;
  /** Writes the values of the period before into the empty cells, in one. */
  keep(values: Values): Promise<void>;
  /** The kept values of these inputs hold. */
  confirm(inputs: readonly string[]): Promise<void>;
  /** Asks which rows and columns left their place, and shows them. */
  showDisplaced(): Promise<void>;
  rebind(places: RebindRequest['places']): Promise<void>;
  /** Takes back what was written last, once it has been. */
  undo(): Promise<void>;
  /** Asks about values that were only kept; without any, submits. `confirmed`: the person was asked, and they hold. */
  submit(confirmed?: boolean): Promise<void>;
  settle(conflict: Conflict, keep: Choices): Promise<void>;
  setUp(unit: string): Promise<void>;
  /** The notice of another ledger has been passed on. */
  ledgerSeen(): Promise<void>;
  retryWrites(): void;
}

export interface ActionParts {
  readonly store: Store;
  readonly ask: Ask;
  readonly writer: Writer;
  readonly jumpTo: (cell: Selection) => void;
}

export function createActions(parts: ActionParts): Actions {
  return { ...typingActions(parts), ...callingActions(parts), ...listActions(parts), ...displacedActions(parts) };
}

/** The words on the submit button. */
export function submitLabel(period: Period, baseline: Period, state: string): string {
  if (state === 'submitted' || state === 'returned') return SUBMIT_WORDS.again;
  return period === baseline ? SUBMIT_WORDS.baseline : SUBMIT_WORDS.quarters[quarterOf(period)];
}
