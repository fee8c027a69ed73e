/** What happens with many cells at once: the list of values to keep, their confirmation, and taking the last writing back. */
import type { Period } from '../../../shared/periods.ts';
import type { PulseAnswer, WriteAnswer } from '../../rpc.ts';
import { applyPulse, type Timing, writtenLast } from './answers.ts';
import { type Displacement, type Keeping, keyOf, type Panel, type SidebarState } from './state.ts';

interface Answered {
  readonly period: Period;
  readonly timing: Timing;
}

interface Inputs {
  readonly period: Period;
  readonly inputs: readonly string[];
}

export type ListEvent =
  | { readonly type: 'panel'; readonly panel: Panel }
  | { readonly type: 'displacement'; readonly state: Displacement }
  | { readonly type: 'keeping'; readonly state: Keeping }
  | ({ readonly type: 'kept'; readonly sequence: number; readonly answer: WriteAnswer } & Answered)
  | { readonly type: 'undoing' | 'undo-failed' }
  | ({ readonly type: 'undone'; readonly sequence: number; readonly answer: WriteAnswer } & Answered)
  | ({ readonly type: 'confirming' | 'confirm-failed' } & Inputs)
  | ({ readonly type: 'confirmed'; readonly answer: PulseAnswer } & Inputs & Answered);

export function reduceList(state: SidebarState, event: ListEvent): SidebarState {
  switch (event.type) {
    case 'panel':
      return { ...state, panel: event.panel, keeping: { kind: 'idle' } };
    case 'displacement':
      return { ...state, displacement: event.state };
    case 'keeping':
      return { ...state, keeping: event.state };
    case 'kept':
      return kept(state, event);
    case 'undoing':
      return withLast(state, 'undoing');
    case 'undo-failed':
      return withLast(state, 'undo-failed');
    case 'undone':
      return undone(state, event);
    case 'confirming':
      return { ...state, confirmed: { ...state.confirmed, ...stamped(event, 0) } };
    case 'confirm-failed':
      return { ...state, confirmed: withoutAll(state.confirmed, event) };
    case 'confirmed': {
      const confirmed = { ...state.confirmed, ...stamped(event, event.timing.at) };
      return applyPulse({ ...state, confirmed }, event.answer, event.period, event.timing);
    }
  }
}

function kept(state: SidebarState, event: ListEvent & { type: 'kept' }): SidebarState {
  const panel = state.panel === 'keep' ? 'field' : state.panel;
  const last = writtenLast(state.last, event.sequence, event.answer);
  return applyPulse({ ...state, panel, last, keeping: { kind: 'idle' } }, event.answer, event.period, event.timing);
}

/** Only what can be taken back goes back; what was written meanwhile stays the last. */
function withLast(state: SidebarState, kind: 'undoing' | 'undo-failed'): SidebarState {
  return 'writing' in state.last ? { ...state, last: { ...state.last, kind } } : state;
}

function undone(
  state: SidebarState,
  { sequence, answer, period, timing }: ListEvent & { type: 'undone' },
): SidebarState {
  const last = state.last.sequence > sequence ? state.last : ({ kind: 'undone', sequence, left: answer.left } as const);
  return applyPulse({ ...state, last }, answer, period, timing);
}

function stamped({ period, inputs }: Inputs, at: number): Record<string, number> {
  return Object.fromEntries(inputs.map((input) => [keyOf({ period, input }), at]));
}

function withoutAll(confirmed: SidebarState['confirmed'], { period, inputs }: Inputs): SidebarState['confirmed'] {
  const gone = new Set(inputs.map((input) => keyOf({ period, input })));
  return Object.fromEntries(Object.entries(confirmed).filter(([key]) => !gone.has(key)));
}
