/** How a cell stands, in the signs and words at the head of its field: what it holds, and how far that has come. */
import type { PeriodSync } from '../../rpc.ts';
import type { FieldView } from './field.ts';
import type { PendingValue } from './state.ts';
import { passesByItself } from './sync-line.ts';

export const CELL_STATES = [
  'absent',
  'locked',
  'unsent',
  'invalid',
  'warning',
  'comment',
  'required',
  'unconfirmed',
  'typing',
  'failed',
  'waiting',
  'synced',
] as const;
export type CellState = (typeof CELL_STATES)[number];

export interface CellSource {
  readonly field: FieldView;
  /** Whether the period asks for it. */
  readonly expected: boolean;
  /** Whether the period takes no edit. */
  readonly closed: boolean;
  /** Whether a reason that counts is given. */
  readonly explained: boolean;
  readonly pending: PendingValue | undefined;
  readonly sync: PeriodSync | undefined;
}

/** Several may hold at once; in the order of the list above. */
export function cellStates(source: CellSource): readonly CellState[] {
  const { field, expected, closed, explained } = source;
  const { reading, findings } = field;
  const wrong =
    reading.kind !== 'value' || findings.some(({ severity }) => severity === 'refused' || severity === 'error');
  const doubtful = findings.some(({ severity, input }) => severity === 'warning' && input === field.input.id);
  const holds: Partial<Record<CellState, boolean>> = {
    absent: field.absent,
    locked: closed,
    unsent: wrong && !field.edited && reading.kind !== 'value' && !field.absent,
    invalid: wrong && (field.edited || reading.kind === 'value'),
    warning: doubtful && !explained,
    comment: explained,
    required: expected && !closed && reading.kind === 'value' && reading.value === null,
    unconfirmed: field.unconfirmed && !field.edited,
    typing: field.edited,
    ...wayOf(source),
  };
  return CELL_STATES.filter((state) => holds[state] === true);
}

/** How far what the cell holds has come; nothing is said of a blank that is none of the Worker's business. */
function wayOf({ field, pending, sync }: CellSource): Partial<Record<CellState, boolean>> {
  const { reading } = field;
  if (field.edited || reading.kind !== 'value') return {};
  if (pending?.status === 'failed') return { failed: true };
  if (pending?.status === 'writing') return { waiting: true };
  if (sync?.differing.includes(field.input.id) === true) {
    return passesByItself(sync) ? { waiting: true } : { failed: true };
  }
  return { synced: reading.value !== null && sync !== undefined && sync.revision !== null };
}
