/** Which tabs a workbook has for a plan: the baseline's, one for each year of the term, and those without inputs. */
import type { Period } from '../../shared/periods.ts';
import { yearOf } from '../../shared/periods.ts';
import type { Plan } from '../../shared/plan.ts';
import { TAB_NAMES } from './words.ts';

/** A tab with inputs: the periods that are its columns. `key` is the year as text. */
export interface InputTab {
  readonly key: string;
  readonly year: number;
  readonly name: string;
  readonly baseline: boolean;
  readonly periods: readonly Period[];
}

export const GUIDE_TAB = 'guide';
export const RESULTS_TAB = 'results';
export const SUMMARY_TAB = 'summary';

/** The tabs with inputs in the order of time. */
export function inputTabsOf(plan: Plan): readonly InputTab[] {
  const baseline = plan.resolution.term.baseline;
  const byYear = new Map<number, Period[]>();
  for (const period of plan.periods) {
    const year = yearOf(period);
    byYear.set(year, [...(byYear.get(year) ?? []), period]);
  }
  return [...byYear].map(([year, periods]) => {
    const isBaseline = periods.includes(baseline);
    const name = isBaseline ? TAB_NAMES.baseline(year) : String(year);
    return { key: String(year), year, name, baseline: isBaseline, periods };
  });
}
