/** The four states of a reported value: a number (or a flag), not there yet, not applicable; "invalid" follows from findings. */

/** A value as it travels: a number or flag, `"na"` for not applicable, `null` for not there yet. Blank is never zero. */
export type Value = number | boolean | 'na' | null;

/** A report's values by input id. An id that is absent is `null`. */
export type Values = Readonly<Record<string, Value>>;

/** The reasons given for warnings, by input id. */
export type Reasons = Readonly<Record<string, string>>;

/** The value of an input, `null` where it is absent. What every object inherits is no value, whatever an input is called. */
export function valueIn(values: Readonly<Record<string, unknown>> | undefined, input: string): Value {
  const value = values?.[input];
  return value === 'na' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The number of an input, or null where there is none. What an object inherits is no number. */
export function numberIn(values: Values | undefined, input: string): number | null {
  const value = values?.[input];
  return typeof value === 'number' ? value : null;
}
