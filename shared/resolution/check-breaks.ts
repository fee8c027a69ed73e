/** Checks of breaks in the series of an indicator: that none lies before the term, and one behind the other. */
import { issue, type ResolutionIssue } from './issue.ts';
import type { Resolution } from './schema.ts';

/** Figures do not change their standard twice in one year; one that comes after the term does no harm. */
export function checkBreaks({ indicators, term }: Resolution): ResolutionIssue[] {
  return indicators.flatMap(({ id, breaks = [] }, index) =>
    breaks.flatMap(({ year }, place) => {
      const earliest = (breaks[place - 1]?.year ?? term.firstYear - 1) + 1;
      if (year >= earliest) return [];
      return [issue(id, `expected ${earliest} or later, found ${year}`, 'indicators', index, 'breaks', place, 'year')];
    }),
  );
}
