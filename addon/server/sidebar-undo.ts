/** Takes back what the sidebar wrote, from the cells that still hold it. */

import type { Value } from '../../shared/values.ts';
import type { CellReading, WriteAnswer, Writing } from '../rpc.ts';
import { putBack } from './cell-content.ts';
import { cellOf, knownIn, openPeriod } from './open-period.ts';
import { markKept } from './sidebar-keep.ts';
import { answerWriting } from './sidebar-write.ts';
import { CELL_WORDS } from './words.ts';
import { forgetAccepted, withWritten } from './write-cells.ts';

/** What somebody has changed since is left as it is, and named. */
export function undoWriting({ period, cells }: Writing): WriteAnswer {
  const open = openPeriod(period);
  const restored: Record<string, CellReading> = {};
  const marks: Record<string, Value> = {};
  for (const { input, wrote, before } of cells) {
    const cell = cellOf(open, period, input);
    const held = open.reading.periods[period]?.[input];
    if (cell === null || held?.status !== 'value' || held.value !== wrote) continue;
    putBack(cell, before);
    if (before.kind === 'value' && before.kept) marks[input] = before.value;
    // A formula's result is not there in the run that wrote it; the next reading says what the cell holds.
    restored[input] =
      before.kind === 'value'
        ? { status: 'value', value: before.value, fromFormula: false }
        : { status: 'unsendable', shown: '', message: CELL_WORDS.loading };
  }
  SpreadsheetApp.flush();
  const asked = { ...open, known: forgetAccepted(open.outbox, period, Object.keys(restored)) };
  const written = withWritten(asked, period, restored);
  const known = markKept(knownIn(written), period, marks);
  const left = cells.map(({ input }) => input).filter((input) => restored[input] === undefined);
  return answerWriting({ ...written, known, cells: [] }, period, left);
}
