/** Writes values into a period's cells, and knows them without reading the cells again: a formula beside one may not be computed yet. */
import type { Period } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { Value } from '../../shared/values.ts';
import type { CellReading, Writing } from '../rpc.ts';
import { contentBefore } from './cell-content.ts';
import { cellTextOf, withoutNoise } from './cell-reader.ts';
import { cellOf, knownIn, type OpenPeriod } from './open-period.ts';
import { changeOutbox, type Outbox } from './outbox.ts';
import type { PeriodRecord } from './records.ts';
import { numberFormatOf } from './template-rows.ts';
import { ACTION_WORDS } from './words.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Given = readonly [InputDefinition, Value];

/** A period that was written into, and what its cells held before. */
export interface WrittenPeriod extends OpenPeriod {
  readonly cells: Writing['cells'];
}

export function writeValues(open: OpenPeriod, period: Period, values: readonly Given[]): WrittenPeriod {
  return knowValues(open, period, values, putValues(open, period, values));
}

/** What was put into cells, and what they held before. */
interface PutValues {
  readonly cells: Writing['cells'];
  readonly written: Readonly<Record<string, CellReading>>;
}

/** Into the cells and no further. */
export function putValues(open: OpenPeriod, period: Period, values: readonly Given[]): PutValues {
  const { kept } = knownIn(open).record(period);
  const written: Record<string, CellReading> = {};
  const cells: Writing['cells'][number][] = [];
  for (const [input, value] of values) {
    const cell = cellOf(open, period, input.id);
    // A row that is not where its label says is not written either.
    if (cell === null) continue;
    const held = open.reading.periods[period]?.[input.id];
    cells.push({ input: input.id, wrote: value, before: contentBefore(cell, held, kept[input.id]) });
    written[input.id] = { status: 'value', value, fromFormula: write(cell, input, value, held) };
  }
  SpreadsheetApp.flush();
  return { cells, written };
}

/** The period with values that were put into its cells. */
export function knowValues(
  open: OpenPeriod,
  period: Period,
  values: readonly Given[],
  { cells, written }: PutValues,
): WrittenPeriod {
  return { ...withWritten({ ...open, known: accept(open, period, values) }, period, written), cells };
}

/** True where a formula still gives the value: a computed number in doubt that the person says is right is left as it is. */
function write(cell: Range, input: InputDefinition, value: Value, held: CellReading | undefined): boolean {
  const inDoubt = held?.status === 'unsendable' && held.choices !== undefined;
  if (inDoubt && withoutNoise(cell.getValue()) === value) return cell.getFormula() !== '';
  if (held?.status === 'unsendable') cell.setNumberFormat(numberFormatOf(input));
  cell.setValue(cellTextOf(value));
  return false;
}

/** The period with cells as they were written and flushed. */
export function withWritten(
  open: OpenPeriod,
  period: Period,
  written: Readonly<Record<string, CellReading>>,
): OpenPeriod {
  const { reading } = open;
  const cells = { ...reading.periods[period], ...written };
  const after = { ...reading, periods: { ...reading.periods, [period]: cells } };
  return { ...open, reading: after };
}

/** What a person has entered in the sidebar, which asks where there is a doubt, is not asked about again. */
function accept(open: OpenPeriod, period: Period, values: readonly Given[]): Outbox {
  const numbers = values.flatMap(([{ id }, value]) => (typeof value === 'number' ? [[id, value] as const] : []));
  if (numbers.length === 0 || !open.workbook.isForeign()) return knownIn(open);
  return withAccepted(period, (accepted) => ({ ...accepted, ...Object.fromEntries(numbers) }));
}

/** What is taken back is asked about again. */
export function forgetAccepted(outbox: Outbox, period: Period, inputs: readonly string[]): Outbox {
  if (!inputs.some((input) => input in outbox.record(period).accepted)) return outbox;
  return withAccepted(period, (accepted) =>
    Object.fromEntries(Object.entries(accepted).filter(([input]) => !inputs.includes(input))),
  );
}

type Accepted = PeriodRecord['accepted'];

function withAccepted(period: Period, change: (accepted: Accepted) => Accepted): Outbox {
  const changed = changeOutbox((now) => {
    const record = now.record(period);
    return { records: { [period]: { ...record, accepted: change(record.accepted) } } };
  });
  if (changed === false) throw new Error(ACTION_WORDS.busy);
  return changed;
}
