/**
 * Another reading of the text put in force, as data: the resolution with its next version, the reading with its own, and what was in
 * force before kept as an alternative, so that there is a way back.
 */
import { type CheckedResolution, checkResolution } from './check.ts';
import { issue } from './issue.ts';
import type { AlternativeReading, ReadingDefinition, Resolution } from './schema.ts';

/**
 * The resolution with one of a reading's alternatives in force. Reports of a resolution's earlier version stay what they are; figures are
 * computed afresh and name the version that they were computed with. Issues where there is no such reading or alternative, or where the
 * change makes no resolution (see `checkResolution`).
 */
export function switchReading(resolution: Resolution, reading: string, alternative: string): CheckedResolution {
  const place = resolution.readings.findIndex((one) => one.id === reading);
  const current = resolution.readings[place];
  if (current === undefined) {
    const ids = resolution.readings.map((one) => one.id).join(', ');
    return { ok: false, issues: [issue(null, `expected one of ${ids}, found ${reading}`, 'readings')] };
  }
  const chosen = current.alternatives?.find((one) => one.id === alternative);
  if (chosen === undefined) {
    const ids =
      current.alternatives?.map((one) => one.id).join(', ') ?? 'none: this reading has no alternative as data';
    return {
      ok: false,
      issues: [issue(reading, `expected one of ${ids}, found ${alternative}`, 'readings', place, 'alternatives')],
    };
  }
  const readings = resolution.readings.map((one) => (one === current ? inForce(resolution, current, chosen) : one));
  return checkResolution({ ...changed(resolution, chosen), version: resolution.version + 1, readings });
}

function changed(resolution: Resolution, { changes }: AlternativeReading) {
  return {
    ...resolution,
    term: changes.term ?? resolution.term,
    inputs: resolution.inputs.map((input) => ({ ...input, ...changes.inputs?.[input.id] })),
    indicators: resolution.indicators.map((indicator) => ({ ...indicator, ...changes.indicators?.[indicator.id] })),
  };
}

function inForce(resolution: Resolution, current: ReadingDefinition, chosen: AlternativeReading): ReadingDefinition {
  const former: AlternativeReading = {
    id: `v${current.version}`,
    reading: current.reading,
    changes: formerly(resolution, chosen),
  };
  return {
    ...current,
    version: current.version + 1,
    reading: chosen.reading,
    alternatives: [...(current.alternatives ?? []).filter((one) => one !== chosen), former],
  };
}

/** What the changed keys held before. */
function formerly(resolution: Resolution, { changes }: AlternativeReading): AlternativeReading['changes'] {
  return {
    ...(changes.term === undefined ? {} : { term: resolution.term }),
    ...(changes.inputs === undefined ? {} : { inputs: held(resolution.inputs, changes.inputs) }),
    ...(changes.indicators === undefined ? {} : { indicators: held(resolution.indicators, changes.indicators) }),
  };
}

/** Of each record that is changed, the keys that are changed, as they are. */
function held<T extends { readonly id: string }, C extends object>(
  records: readonly T[],
  changes: Readonly<Record<string, C>>,
): Record<string, Partial<T>> {
  const entries = records.flatMap((record) => {
    const keys = Object.keys(changes[record.id] ?? {});
    if (keys.length === 0) return [];
    const kept: Partial<T> = {};
    for (const key in record) if (keys.includes(key)) kept[key] = record[key];
    return [[record.id, kept] as const];
  });
  return Object.fromEntries(entries);
}
