/** The sheet's values as the person sees them: what was last read, with what is still on its way laid over it. */
import type { Period } from '../../../shared/periods.ts';
import type { Value, Values } from '../../../shared/values.ts';
import type { CellReading, Selection } from '../../rpc.ts';
import { keyOf, type SidebarState } from './state.ts';

const BLANK: CellReading = { status: 'value', value: null, fromFormula: false };

type Cells = Pick<SidebarState, 'readings' | 'pending'>;

/** What a cell holds, a value on its way counting as if it were there. */
export function cellAt(state: Cells, cell: Selection): CellReading {
  const pending = state.pending[keyOf(cell)];
  if (pending !== undefined) return { status: 'value', value: pending.value, fromFormula: false };
  return state.readings[cell.period]?.[cell.input] ?? BLANK;
}

/** A cell's value; null where it holds something that cannot be sent. */
export function valueAt(state: Cells, cell: Selection): Value {
  const reading = cellAt(state, cell);
  return reading.status === 'value' ? reading.value : null;
}

/** All values of one period, blanks left out. */
export function valuesOf(state: Cells, period: Period): Values {
  const values: Record<string, Value> = {};
  const inputs = new Set(Object.keys(state.readings[period] ?? {}));
  for (const key of Object.keys(state.pending)) {
    if (key.startsWith(`${period}/`)) inputs.add(key.slice(period.length + 1));
  }
  for (const input of inputs) {
    const value = valueAt(state, { period, input });
    if (value !== null) values[input] = value;
  }
  return values;
}

/** The inputs whose cells hold something that cannot be sent, with what is shown there and why. */
export function unsendableOf(
  state: Cells,
  period: Period,
): readonly { readonly input: string; readonly shown: string; readonly message: string }[] {
  return Object.keys(state.readings[period] ?? {}).flatMap((input) => {
    const reading = cellAt(state, { period, input });
    return reading.status === 'unsendable' ? [{ input, shown: reading.shown, message: reading.message }] : [];
  });
}

/** How many values are not in the sheet yet. */
export function onTheirWay(state: Pick<SidebarState, 'pending'>): {
  readonly writing: number;
  readonly failed: number;
} {
  const all = Object.values(state.pending);
  return {
    writing: all.filter((pending) => pending.status === 'writing').length,
    failed: all.filter((pending) => pending.status === 'failed').length,
  };
}
