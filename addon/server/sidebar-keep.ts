/** "Giữ như kỳ trước" for many levels at once: written into cells that are empty, and marked until a person confirms. */

import { malformedValue } from '../../shared/malformed.ts';
import type { Period } from '../../shared/periods.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { type Value, type Values, valueIn } from '../../shared/values.ts';
import type { KeepRequest, PeriodReadings, WriteAnswer } from '../rpc.ts';
import { readTabs } from './book-reader.ts';
import { inputOf, knownIn, type OpenPeriod, openPeriod } from './open-period.ts';
import { changeOutbox, type Outbox } from './outbox.ts';
import { answerWriting } from './sidebar-write.ts';
import { ACTION_WORDS } from './words.ts';
import { tabsOf } from './workbook.ts';
import { writeValues } from './write-cells.ts';

/** A cell that is not empty any more, or whose earlier value is another one than the person saw, is left as it is and named. */
export function keepValues({ period, values }: KeepRequest): WriteAnswer {
  const open = openPeriod(period);
  const before = readingsBefore(open, period);
  const taken = Object.keys(values)
    .map((id): [InputDefinition, Value] => [inputOf(open.workbook, id), valueIn(values, id)])
    .filter(([input, value]) => isEmpty(open, period, input) && mayBeKept(before, input, value));
  const marks = Object.fromEntries(taken.map(([{ id }, value]) => [id, value]));
  // Marked before they are written: a run that is cut off in between leaves no number that looks like a person's own.
  const written = writeValues({ ...open, known: markKept(open.outbox, period, marks) }, period, taken);
  const wrote = written.cells.map(({ input }) => input);
  // Another run, reading in between, saw empty cells and dropped the marks.
  const known = markKept(knownIn(written), period, pick(marks, wrote));
  return answerWriting(
    { ...written, known },
    period,
    Object.keys(values).filter((id) => !wrote.includes(id)),
  );
}

function isEmpty({ reading }: OpenPeriod, period: Period, { id }: InputDefinition): boolean {
  const cell = reading.periods[period]?.[id];
  return cell?.status === 'value' && cell.value === null && !cell.fromFormula;
}

function mayBeKept(before: PeriodReadings, input: InputDefinition, value: Value): boolean {
  const earlier = before[input.id];
  if (input.kind !== 'level' || value === null || malformedValue(input, value) !== null) return false;
  return earlier?.status === 'value' && earlier.value === value;
}

/** The period before, read afresh. */
function readingsBefore({ workbook, outbox, reading }: OpenPeriod, period: Period): PeriodReadings {
  const { plan } = workbook;
  const previous = plan.periods[plan.periods.indexOf(period) - 1];
  if (previous === undefined) return {};
  return reading.periods[previous] ?? readTabs(workbook, outbox, tabsOf(workbook, previous)).periods[previous] ?? {};
}

export function markKept(outbox: Outbox, period: Period, marks: Values): Outbox {
  const { kept } = outbox.record(period);
  if (Object.keys(marks).every((input) => kept[input] === marks[input])) return outbox;
  const changed = changeOutbox((now) => {
    const record = now.record(period);
    return { records: { [period]: { ...record, kept: { ...record.kept, ...marks } } } };
  });
  if (changed === false) throw new Error(ACTION_WORDS.busy);
  return changed;
}

function pick(values: Values, inputs: readonly string[]): Record<string, Value> {
  return Object.fromEntries(inputs.map((input) => [input, valueIn(values, input)]));
}
