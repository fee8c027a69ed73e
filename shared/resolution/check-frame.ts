/** Checks of what a resolution hangs together by: its term, ids, units, targets. */
import { periodOf } from '../periods.ts';
import { issue, type ResolutionIssue } from './issue.ts';
import type { Resolution } from './schema.ts';

/** The baseline is the quarter before the first year, and the years are in order. */
export function checkTerm({ term }: Resolution): ResolutionIssue[] {
  const issues: ResolutionIssue[] = [];
  const baseline = periodOf(term.firstYear - 1, 4);
  if (term.baseline !== baseline) {
    issues.push(
      issue(null, `expected ${baseline}, the quarter before the term, found ${term.baseline}`, 'term', 'baseline'),
    );
  }
  if (term.lastYear < term.firstYear) {
    issues.push(issue(null, `expected ${term.firstYear} or later, found ${term.lastYear}`, 'term', 'lastYear'));
  }
  return issues;
}

/** Every id and every target's number is given once. */
export function checkUnique(resolution: Resolution): ResolutionIssue[] {
  const lists = ['units', 'kinds', 'sections', 'inputs', 'indicators', 'readings'] as const;
  const repeated = lists.flatMap((list) =>
    duplicates(resolution[list].map((one) => one.id)).map((index) =>
      issue(resolution[list][index]?.id ?? null, `expected an id that no other of ${list} has`, list, index, 'id'),
    ),
  );
  const numbers = duplicates(resolution.targets.map((target) => target.number)).map((index) =>
    issue(null, 'expected a number that no other target has', 'targets', index, 'number'),
  );
  return [...repeated, ...numbers];
}

function duplicates(keys: readonly (string | number)[]): number[] {
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : []));
}

/** Every unit is of a known kind, and every kind has a unit. */
export function checkUnits(resolution: Resolution): ResolutionIssue[] {
  const kinds = new Set(resolution.kinds.map((kind) => kind.id));
  const unknown = resolution.units.flatMap((unit, index) =>
    kinds.has(unit.kind)
      ? []
      : [issue(unit.id, `expected one of the kinds, found ${unit.kind}`, 'units', index, 'kind')],
  );
  const unused = resolution.kinds.flatMap((kind, index) =>
    resolution.units.some((unit) => unit.kind === kind.id)
      ? []
      : [issue(kind.id, 'expected at least one unit of this kind', 'kinds', index, 'id')],
  );
  return [...unknown, ...unused];
}

/** Every target is in a known section and has an indicator. */
export function checkTargets(resolution: Resolution): ResolutionIssue[] {
  const sections = new Set(resolution.sections.map((section) => section.id));
  const judged = new Set(resolution.indicators.map((indicator) => indicator.target));
  return resolution.targets.flatMap((target, index) => [
    ...(sections.has(target.section)
      ? []
      : [issue(null, `expected one of the sections, found ${target.section}`, 'targets', index, 'section')]),
    ...(judged.has(target.number)
      ? []
      : [issue(null, `expected an indicator of target ${target.number}, found none`, 'targets', index, 'number')]),
  ]);
}
