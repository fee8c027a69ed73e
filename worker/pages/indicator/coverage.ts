/** Whose part of a figure is there, whose is missing or not valid, by name; and whether it is an estimate or official. */
import { inputIdsOf, type Plan, unitName } from '../../../shared/plan.ts';
import type { IndicatorResult, UnitStatus } from '../../../shared/wire.ts';
import { COVERAGE_WORDS, listed } from '../words.ts';

/** `share` is "2/3 khu vực", or the one unit's name; the names are listed as people say them; null where there is nothing to say. */
export interface Coverage {
  readonly share: string | null;
  readonly missing: string | null;
  readonly invalid: string | null;
  /** "số ước" while a part comes from a draft or a returned report, "số chính thức" after. */
  readonly standing: string | null;
  readonly complete: boolean;
  /** When the newest of the parts that are there came in, ISO 8601 UTC. */
  readonly newest: string | null;
}

export function coverageOf(plan: Plan, result: IndicatorResult, units: readonly UnitStatus[]): Coverage {
  const { have, missing, invalid } = result.coverage;
  const all = have.length + missing.length + invalid.length;
  return {
    share: all === 0 ? null : shareText(plan, result, all),
    missing: missing.length === 0 ? null : missingText(plan, result, all),
    invalid: invalid.length === 0 ? null : COVERAGE_WORDS.invalid(namesOf(plan, invalid)),
    standing: have.length === 0 ? null : standingOf(have, units),
    complete: all > 0 && have.length === all,
    newest: newestOf(have, units),
  };
}

/** By name; where nobody of several has a part, that they all lack it. */
function missingText(plan: Plan, result: IndicatorResult, all: number): string {
  const { missing } = result.coverage;
  if (missing.length === all && all > 1) return COVERAGE_WORDS.allMissing(all, kindName(plan, result));
  return COVERAGE_WORDS.missing(namesOf(plan, missing));
}

/** "2/3 khu vực"; of an only unit its name, and nothing where it is that one that has no part. */
function shareText(plan: Plan, result: IndicatorResult, all: number): string | null {
  if (all === 1) return result.coverage.have.length === 1 ? namesOf(plan, result.coverage.have) : null;
  return COVERAGE_WORDS.share(result.coverage.have.length, all, kindName(plan, result));
}

/** The name of the kind of unit that reports an indicator, within a sentence: "khu vực". */
function kindName(plan: Plan, result: IndicatorResult): string {
  const definition = plan.indicatorById.get(result.id);
  const input = plan.inputById.get(definition === undefined ? '' : (inputIdsOf(definition.formula)[0] ?? ''));
  const name = plan.resolution.kinds.find((kind) => kind.id === input?.by)?.name ?? '';
  return name.toLocaleLowerCase('vi');
}

function standingOf(have: readonly string[], units: readonly UnitStatus[]): string {
  const open = units.some((unit) => have.includes(unit.id) && (unit.state === 'draft' || unit.state === 'returned'));
  return open ? COVERAGE_WORDS.estimate : COVERAGE_WORDS.official;
}

function newestOf(have: readonly string[], units: readonly UnitStatus[]): string | null {
  const times = units.flatMap(({ id, updatedAt }) => (have.includes(id) && updatedAt !== null ? [updatedAt] : []));
  return times.sort().at(-1) ?? null;
}

function namesOf(plan: Plan, ids: readonly string[]): string {
  return listed(ids.map((id) => unitName(plan, id)));
}
