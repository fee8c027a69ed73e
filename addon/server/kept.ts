/** Values that one action kept as they were in the period before: unconfirmed until a person says so, or writes another value. */

import type { Values } from '../../shared/values.ts';
import type { PeriodReadings } from '../rpc.ts';
import type { PeriodRecord } from './records.ts';

/** Those whose cells still hold the value, or nothing that could be read. The same object where none has gone. */
export function stillKept(kept: PeriodRecord['kept'], readings: PeriodReadings): PeriodRecord['kept'] {
  const still = Object.entries(kept).filter(([input, value]) => {
    const reading = readings[input];
    return reading?.status !== 'value' || reading.value === value;
  });
  return still.length === Object.keys(kept).length ? kept : Object.fromEntries(still);
}

/** Without the inputs that a person has confirmed. */
export function confirmed(kept: Values, inputs: readonly string[]): Record<string, Values[string]> {
  return Object.fromEntries(Object.entries(kept).filter(([input]) => !inputs.includes(input)));
}
