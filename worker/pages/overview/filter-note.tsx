/** What is left out of the overview, on paper too, and the way back to all of it. */
import { type Plan, unitName } from '../../../shared/plan.ts';
import type { Summary } from '../../../shared/wire.ts';
import { VERDICT_WORDS } from '../../../shared/words.ts';
import { overviewAddress, type Shown } from '../addresses.ts';
import { FILTER_WORDS } from '../words.ts';
import { type Filter, isNarrowing, NO_FILTER } from './filter.ts';

interface NoteProps {
  readonly plan: Plan;
  readonly summary: Summary;
  readonly filter: Filter;
  readonly shown: Shown;
  /** How many indicators are left. */
  readonly left: number;
}

export function FilterNote({ plan, summary, filter, shown, left }: NoteProps) {
  if (!isNarrowing(filter)) return null;
  return (
    <p class="notice filter-note" role="status">
      {left === 0 ? FILTER_WORDS.nothing : FILTER_WORDS.shown(left, summary.indicators.length)}{' '}
      {FILTER_WORDS.filters(filterText(plan, filter))}{' '}
      <a href={overviewAddress(shown, { ...NO_FILTER, comparison: filter.comparison })}>{FILTER_WORDS.clear}</a>
    </p>
  );
}

/** What is asked, in words. */
export function filterText(plan: Plan, { verdict, section, unit, words }: Filter): string {
  const label = plan.resolution.sections.find(({ id }) => id === section)?.label;
  return [
    ...(words === '' ? [] : [FILTER_WORDS.named(words)]),
    ...(verdict === null ? [] : [VERDICT_WORDS[verdict]]),
    ...(label === undefined ? [] : [label]),
    ...(unit === null ? [] : [unitName(plan, unit)]),
  ].join('; ');
}
