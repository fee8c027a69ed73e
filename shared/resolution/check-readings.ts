/** Checks of readings: their versions, what points to them and what they point to. */
import { issue, type ResolutionIssue } from './issue.ts';
import type { ReadingDefinition, Resolution } from './schema.ts';

/** Every reading's version counts, and it speaks of records that are there. */
export function checkReadings(resolution: Resolution): ResolutionIssue[] {
  return [
    ...versionIssues(resolution),
    ...indicatorIssues(resolution),
    ...resolution.readings.flatMap((reading, index) => readingIssues(resolution, reading, index)),
  ];
}

/** A changed reading makes a new version of the resolution: the versions of its readings add up to no more than its own. */
function versionIssues({ id, version, readings }: Resolution): ResolutionIssue[] {
  const changes = readings.reduce((sum, reading) => sum + reading.version - 1, 0);
  if (version > changes) return [];
  return [
    issue(
      id,
      `expected ${changes + 1} or more, as its readings were changed ${changes} times, found ${version}`,
      'version',
    ),
  ];
}

function indicatorIssues({ indicators, readings }: Resolution): ResolutionIssue[] {
  const ids = new Set(readings.map((reading) => reading.id));
  return indicators.flatMap((indicator, index) =>
    (indicator.readings ?? []).flatMap((id, at) =>
      ids.has(id)
        ? []
        : [issue(indicator.id, `expected the id of a reading, found ${id}`, 'indicators', index, 'readings', at)],
    ),
  );
}

function readingIssues(resolution: Resolution, reading: ReadingDefinition, index: number): ResolutionIssue[] {
  const targets = new Set(resolution.targets.map((target) => target.number));
  const at = (message: string, ...path: (string | number)[]): ResolutionIssue =>
    issue(reading.id, message, 'readings', index, ...path);
  const alternatives = reading.alternatives ?? [];
  return [
    ...reading.targets.flatMap((number, place) =>
      targets.has(number) ? [] : [at(`expected the number of a target, found ${number}`, 'targets', place)],
    ),
    ...alternatives.flatMap(({ id }, place) =>
      alternatives.findIndex((other) => other.id === id) === place
        ? []
        : [at('expected an id that no other alternative has', 'alternatives', place, 'id')],
    ),
    ...alternatives.flatMap(({ changes }, place) =>
      (['inputs', 'indicators'] as const).flatMap((list) =>
        Object.keys(changes[list] ?? {}).flatMap((id) =>
          resolution[list].some((one) => one.id === id)
            ? []
            : [at(`expected the id of one of the ${list}, found ${id}`, 'alternatives', place, 'changes', list, id)],
        ),
      ),
    ),
  ];
}
