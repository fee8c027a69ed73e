/** What of the overview is shown: by verdict, section, unit and words, and what it is compared with. All of it stands in the address. */
import { fold } from '../../../shared/fold.ts';
import { type Period, yearBefore } from '../../../shared/periods.ts';
import { type Plan, plannedIndicator } from '../../../shared/plan.ts';
import { VERDICTS } from '../../../shared/verdict-names.ts';
import type { IndicatorResult, Verdict } from '../../../shared/wire.ts';

export const COMPARISONS = ['before', 'year'] as const;
/** With the period before, or with the same one a year before. */
export type Comparison = (typeof COMPARISONS)[number];

/** Null, or no words, where nothing is asked. */
export interface Filter {
  readonly verdict: Verdict | null;
  /** The id of one of the resolution's sections. */
  readonly section: string | null;
  /** The id of a unit: the indicators that it has a part in. */
  readonly unit: string | null;
  readonly words: string;
  readonly comparison: Comparison | null;
}

export const NO_FILTER: Filter = { verdict: null, section: null, unit: null, words: '', comparison: null };

/** From an address; null where it names something that there is not. A form sends what is not chosen as empty. */
export function readFilter(plan: Plan, query: URLSearchParams): Filter | null {
  const { sections, units } = plan.resolution;
  const verdict = oneOf(VERDICTS, query.get('verdict'));
  const section = oneOf(
    sections.map(({ id }) => id),
    query.get('section'),
  );
  const unit = oneOf(
    units.map(({ id }) => id),
    query.get('unit'),
  );
  const comparison = oneOf(COMPARISONS, query.get('compare'));
  if (verdict === undefined || section === undefined || unit === undefined || comparison === undefined) return null;
  return { verdict, section, unit, words: (query.get('q') ?? '').trim(), comparison };
}

/** Null for what is not asked, undefined for what there is not. */
function oneOf<T extends string>(known: readonly T[], text: string | null): T | null | undefined {
  return text === null || text === '' ? null : known.find((one) => one === text);
}

/** The parameters that say it; none for what is not asked. */
export function filterQuery({ verdict, section, unit, words, comparison }: Filter): [string, string][] {
  const all = [
    ['verdict', verdict],
    ['section', section],
    ['unit', unit],
    ['q', words],
    ['compare', comparison],
  ] as const;
  return all.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]]));
}

/** Whether it leaves anything out; a comparison adds, and leaves out nothing. */
export function isNarrowing({ verdict, section, unit, words }: Filter): boolean {
  return verdict !== null || section !== null || unit !== null || words !== '';
}

/** The indicators that are shown. Words are found without diacritics, each on its own, in the target's and the indicator's label. */
export function filtered(plan: Plan, filter: Filter, results: readonly IndicatorResult[]): readonly IndicatorResult[] {
  const words = fold(filter.words).split(/\s+/).filter(Boolean);
  return results.filter((result) => {
    const target = plan.resolution.targets.find(({ number }) => number === result.target);
    const indicator = plannedIndicator(plan, result.id);
    if (target === undefined || indicator === undefined) return false;
    const text = fold(`${target.number} ${target.label} ${indicator.definition.label}`);
    return (
      (filter.verdict === null || result.verdict === filter.verdict) &&
      (filter.section === null || target.section === filter.section) &&
      (filter.unit === null || indicator.units.some((place) => plan.units[place]?.id === filter.unit)) &&
      words.every((word) => text.includes(word))
    );
  });
}

/** The period that is compared with; null where none is asked for, or it lies before the term. */
export function comparedPeriod(plan: Plan, comparison: Comparison | null, period: Period): Period | null {
  if (comparison === null) return null;
  if (comparison === 'before') return plan.periods[(plan.periodIndex.get(period) ?? 0) - 1] ?? null;
  const year = yearBefore(period);
  return plan.periodIndex.has(year) ? year : null;
}
