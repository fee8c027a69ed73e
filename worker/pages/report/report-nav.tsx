/** From a report to its unit, to the periods beside it, and to the whole commune in the same period. */
import type { Period } from '../../../shared/periods.ts';
import { type Plan, unitName } from '../../../shared/plan.ts';
import { periodName } from '../../../shared/words.ts';
import { overviewAddress, periodAddress, reportAddress, unitAddress } from '../addresses.ts';
import { REPORT_WORDS } from '../words.ts';

interface NavProps {
  readonly plan: Plan;
  readonly unit: string;
  readonly period: Period;
}

export function ReportNav({ plan, unit, period }: NavProps) {
  const place = plan.periodIndex.get(period) ?? 0;
  const [before, after] = [plan.periods[place - 1], plan.periods[place + 1]];
  const name = (one: Period) => periodName(one, plan.resolution.term.baseline);
  return (
    <nav class="between" aria-label={REPORT_WORDS.between}>
      <a href={unitAddress(unit)}>{REPORT_WORDS.unit(unitName(plan, unit))}</a>
      {before === undefined ? null : (
        <a rel="prev" href={reportAddress(unit, before)}>
          <span aria-hidden="true">‹ </span>
          {name(before)}
        </a>
      )}
      {after === undefined ? null : (
        <a rel="next" href={reportAddress(unit, after)}>
          {name(after)}
          <span aria-hidden="true"> ›</span>
        </a>
      )}
      <a href={periodAddress(period)}>{REPORT_WORDS.period}</a>
      <a href={overviewAddress({ period, basis: 'latest' })}>{REPORT_WORDS.overview}</a>
    </nav>
  );
}
