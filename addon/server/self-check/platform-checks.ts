/** The run's clock, how long service calls take, and the triggers that its person has. */
import { CARRIER_FUNCTIONS } from '../carrier.ts';
import type { Bench } from './bench.ts';
import { type Check, type Finding, untried, when } from './check.ts';
import { SEEN_WORDS } from './words.ts';

export const PLATFORM_CHECKS: readonly Check[] = [
  { id: 'runs.clock', attempt: clockStep },
  { id: 'runs.one-call', attempt: oneCall },
  { id: 'runs.batch', attempt: batch },
  { id: 'triggers.own', attempt: ownTriggers },
];

/** So many looks take some milliseconds: a clock that has not moved by then stands still. */
const LOOKS = 300_000;
const CALLS = 10;
const SLOW_MS = 2_000;

function clockStep(): Finding {
  const start = Date.now();
  for (let look = 0; look < LOOKS; look++) {
    const step = Date.now() - start;
    if (step !== 0) return when(step > 0 && step < 50, SEEN_WORDS.milliseconds(step));
  }
  return untried(SEEN_WORDS.clockStands);
}

function oneCall(bench: Bench): Finding {
  const cell = bench.cell().setValue(1);
  SpreadsheetApp.flush();
  const each = took(() => cell.getValue()) / CALLS;
  return each === 0 ? untried(SEEN_WORDS.tooQuick) : when(each < SLOW_MS, SEEN_WORDS.milliseconds(each));
}

/** Cell by cell, and the same cells at once. */
function batch(bench: Bench): Finding {
  const { sheet } = bench;
  const first = bench.rows(CALLS);
  const range = sheet.getRange(first, 1, CALLS, 1).setValue(1);
  SpreadsheetApp.flush();
  const single = took((index) => sheet.getRange(first + index, 1).getValue());
  const start = Date.now();
  range.getValues();
  const atOnce = Date.now() - start;
  if (single === 0) return untried(SEEN_WORDS.tooQuick);
  return when(atOnce <= single, SEEN_WORDS.batch(CALLS, single, atOnce));
}

function took(call: (index: number) => unknown): number {
  const start = Date.now();
  for (let index = 0; index < CALLS; index++) call(index);
  return Date.now() - start;
}

/** Only one's own can be seen. None is made here, and none taken away. */
function ownTriggers(): Finding {
  const all = ScriptApp.getProjectTriggers().map(
    (trigger) => `${trigger.getHandlerFunction()} (${trigger.getEventType()})`,
  );
  if (all.length === 0) return untried(SEEN_WORDS.noTriggers);
  const { edit, clock } = CARRIER_FUNCTIONS;
  const expected = [`${edit} (ON_EDIT)`, `${clock} (CLOCK)`];
  return when(all.length === 2 && expected.every((one) => all.includes(one)), all.join(', '));
}
