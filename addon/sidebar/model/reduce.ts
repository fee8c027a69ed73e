/** Every event that changes what the sidebar knows. Pure: no clock, no platform; stamps come with the events. */
import type { Period } from '../../../shared/periods.ts';
import type { Value } from '../../../shared/values.ts';
import type { Summary } from '../../../shared/wire.ts';
import type { ScriptTrouble } from '../../page/script-calls.ts';
import type { OpeningState, PulseAnswer, Selection, SubmitAnswer, WriteAnswer } from '../../rpc.ts';
import { applyLook, applyOpening, applyPulse, applyWritten, type Timing } from './answers.ts';
import { type ListEvent, reduceList } from './reduce-lists.ts';
import { keyOf, type Link, type ReasonDraft, type SidebarState, without } from './state.ts';

export type SidebarEvent =
  | { readonly type: 'opened'; readonly opening: OpeningState; readonly start: Selection | null; readonly at: number }
  | { readonly type: 'typed'; readonly cell: Selection; readonly text: string }
  | { readonly type: 'chose'; readonly cell: Selection; readonly text: string; readonly value: number }
  | { readonly type: 'restored'; readonly cell: Selection }
  | { readonly type: 'focus'; readonly typing: boolean }
  | { readonly type: 'committed'; readonly cell: Selection; readonly value: Value; readonly sequence: number }
  | {
      readonly type: 'written';
      readonly cell: Selection;
      readonly sequence: number;
      readonly answer: WriteAnswer;
      readonly timing: Timing;
    }
  | {
      readonly type: 'write-failed';
      readonly cell: Selection;
      readonly sequence: number;
      readonly trouble: ScriptTrouble;
    }
  | { readonly type: 'write-retried' | 'write-dropped'; readonly cell: Selection; readonly sequence: number }
  | { readonly type: 'moved'; readonly cell: Selection }
  | { readonly type: 'jump-ended'; readonly at: number }
  | { readonly type: 'pulsed'; readonly answer: PulseAnswer; readonly period: Period | null; readonly timing: Timing }
  /** Nothing has changed but, perhaps, the cursor's place. */
  | { readonly type: 'looked'; readonly selection: Selection | null; readonly timing: Timing }
  | { readonly type: 'pulse-failed'; readonly trouble: ScriptTrouble }
  | { readonly type: 'reason-typed'; readonly cell: Selection; readonly text: string }
  | { readonly type: 'reason-sent'; readonly cell: Selection }
  | { readonly type: 'reason-failed'; readonly cell: Selection; readonly why: string }
  | { readonly type: 'reason-saved'; readonly cell: Selection; readonly text: string; readonly at: number }
  | { readonly type: 'submitting' | 'submit-asked'; readonly period: Period }
  | {
      readonly type: 'submit-answered';
      readonly period: Period;
      readonly answer: SubmitAnswer;
      readonly timing: Timing;
    }
  | { readonly type: 'submit-failed'; readonly period: Period; readonly message: string }
  | ListEvent
  | { readonly type: 'settling'; readonly state: SidebarState['settling'] }
  | { readonly type: 'setting-up'; readonly state: SidebarState['setUp'] }
  | { readonly type: 'summary'; readonly summary: Summary }
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'token-account'; readonly account: string | null };

export function reduce(state: SidebarState, event: SidebarEvent): SidebarState {
  switch (event.type) {
    case 'opened':
      return applyOpening(state, event.opening, event.start, event.at);
    case 'typed':
      return withDraft(state, event.cell, event.text, null);
    case 'chose':
      return withDraft(state, event.cell, event.text, event.value);
    case 'restored':
      return { ...state, drafts: without(state.drafts, keyOf(event.cell)) };
    case 'focus':
      return { ...state, typing: event.typing };
    case 'moved':
      return {
        ...state,
        at: event.cell,
        grid: event.cell,
        jumping: true,
        panel: 'field',
        submission: { kind: 'idle' },
      };
    case 'jump-ended':
      return { ...state, jumping: false, movedAt: event.at };
    case 'pulsed':
      return applyPulse(state, event.answer, event.period, event.timing);
    case 'looked':
      return applyLook(state, event.selection, event.timing);
    case 'pulse-failed':
      return { ...state, trouble: event.trouble };
    case 'summary':
      return { ...state, summaries: { ...state.summaries, [event.summary.period]: event.summary } };
    case 'link':
      return { ...state, link: event.link };
    case 'token-account':
      return { ...state, tokenAccount: event.account };
    case 'settling':
      return { ...state, settling: event.state };
    case 'panel':
    case 'keeping':
    case 'displacement':
    case 'kept':
    case 'undoing':
    case 'undone':
    case 'undo-failed':
    case 'confirming':
    case 'confirm-failed':
    case 'confirmed':
      return reduceList(state, event);
    case 'setting-up':
      return { ...state, setUp: event.state };
    default:
      return reduceWriting(state, event);
  }
}

type WritingEvent = Extract<
  SidebarEvent,
  { type: `writ${string}` | 'committed' | `reason-${string}` | `submit${string}` }
>;

function reduceWriting(state: SidebarState, event: WritingEvent): SidebarState {
  switch (event.type) {
    case 'committed':
      return commit(state, event.cell, event.value, event.sequence);
    case 'written':
      return applyWritten(state, event.cell, event.sequence, event.answer, event.timing);
    case 'write-failed':
      return { ...withPending(state, event.cell, event.sequence, 'failed'), trouble: event.trouble };
    case 'write-retried':
      return withPending(state, event.cell, event.sequence, 'writing');
    case 'write-dropped':
      return dropped(state, event.cell, event.sequence);
    case 'reason-typed':
      return withReason(state, event.cell, { text: event.text, status: 'typing', at: 0 });
    case 'reason-sent':
      return withReasonStatus(state, event.cell, 'sending');
    case 'reason-failed':
      return withReasonStatus(state, event.cell, 'failed', event.why);
    case 'reason-saved':
      return reasonSaved(state, event.cell, event.text, event.at);
    case 'submit-asked':
      return { ...state, submission: { kind: 'asking', period: event.period } };
    case 'submitting':
      return { ...state, submission: { kind: 'sending', period: event.period } };
    case 'submit-answered':
      return submitAnswered(state, event.period, event.answer, event.timing);
    case 'submit-failed':
      return { ...state, submission: { kind: 'refused', period: event.period, message: event.message, findings: [] } };
  }
}

function withDraft(state: SidebarState, cell: Selection, text: string, chosen: number | null): SidebarState {
  return { ...state, drafts: { ...state.drafts, [keyOf(cell)]: { text, chosen } } };
}

function commit(state: SidebarState, cell: Selection, value: Value, sequence: number): SidebarState {
  const key = keyOf(cell);
  return {
    ...state,
    drafts: without(state.drafts, key),
    pending: { ...state.pending, [key]: { value, sequence, status: 'writing', at: 0 } },
    last: { kind: 'writing', sequence, cell },
    submission: { kind: 'idle' },
  };
}

/** Changes the state of a value on its way, unless a newer one has taken its place. */
function withPending(
  state: SidebarState,
  cell: Selection,
  sequence: number,
  status: 'writing' | 'failed',
): SidebarState {
  const key = keyOf(cell);
  const pending = state.pending[key];
  if (pending?.sequence !== sequence) return state;
  return { ...state, pending: { ...state.pending, [key]: { ...pending, status } } };
}

/** What never came into the sheet is given up: the cell counts again as the sheet has it. */
function dropped(state: SidebarState, cell: Selection, sequence: number): SidebarState {
  const last = state.last.sequence > sequence ? state.last : ({ kind: 'undone', sequence, left: [] } as const);
  return { ...state, pending: without(state.pending, keyOf(cell)), last };
}

function withReason(state: SidebarState, cell: Selection, draft: ReasonDraft): SidebarState {
  return { ...state, reasons: { ...state.reasons, [keyOf(cell)]: draft } };
}

function withReasonStatus(state: SidebarState, cell: Selection, status: ReasonDraft['status'], why = ''): SidebarState {
  const draft = state.reasons[keyOf(cell)];
  return draft === undefined ? state : withReason(state, cell, { ...draft, status, why });
}

/** Typing that went on while the reason was on its way stays unsaved. */
function reasonSaved(state: SidebarState, cell: Selection, text: string, at: number): SidebarState {
  const draft = state.reasons[keyOf(cell)];
  if (draft === undefined || draft.text !== text) return state;
  return withReason(state, cell, { text, status: 'saved', at });
}

function submitAnswered(state: SidebarState, period: Period, answer: SubmitAnswer, timing: Timing): SidebarState {
  const known = applyPulse(state, answer.pulse, period, timing);
  if (answer.ok) return { ...known, submission: { kind: 'done', period, check: answer.check } };
  const { message, findings } = answer;
  return { ...known, submission: { kind: 'refused', period, message, findings } };
}
