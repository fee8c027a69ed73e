/** The four states of a reported value: a number (or a flag), not there yet, not applicable; "invalid" follows from findings. */

/** A value as it travels: a number or flag, `"na"` for not applicable, `null` for not there yet. Blank is never zero. */
export type Value = number | boolean | 'na' | null;

/** A report's values by input id. An id that is absent is `null`. */
export type Values = Readonly<Record<string, Value>>;

/** The reasons given for warnings, by input id. */
export type Reasons = Readonly<Record<string, string>>;

/** The value of an input, `null` where it is absent. Own properties only, so that no inherited name counts as a value. */
export function valueIn(values: Values | undefined, input: string): Value {
  if (values === undefined || !Object.prototype.propertyIsEnumerable.call(values, input)) return null;
  return values[input] ?? null;
}

/** The number of an input, or null where there is none. */
export function numberIn(values: Values | undefined, input: string): number | null {
  const value = valueIn(values, input);
  return typeof value === 'number' ? value : null;
}
