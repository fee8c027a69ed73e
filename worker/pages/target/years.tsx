/** What is judged each year: every year's verdict, "đạt 4/5 năm". */
import { quarterOf, yearOf } from '../../../shared/periods.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { IndicatorResult, Verdict } from '../../../shared/wire.ts';
import { VerdictLabel } from '../sign.tsx';
import { TARGET_WORDS } from '../words.ts';

/** The verdicts that end a year; any other leaves it open. */
const JUDGED: ReadonlySet<Verdict> = new Set(['met', 'exceeded', 'not-met']);

/** The verdict of each year of the term at its end, the baseline left out; `judged` where that year has one. */
function yearsOf(plan: Plan, results: readonly IndicatorResult[]) {
  return plan.periods.flatMap((period, elapsed) => {
    const verdict = results[elapsed]?.verdict;
    if (elapsed === 0 || quarterOf(period) !== 4 || verdict === undefined) return [];
    return [{ year: yearOf(period), verdict, judged: JUDGED.has(verdict) }];
  });
}

export function Years({ plan, results }: { readonly plan: Plan; readonly results: readonly IndicatorResult[] }) {
  const years = yearsOf(plan, results);
  const judged = years.filter((year) => year.judged);
  const met = judged.filter(({ verdict }) => verdict !== 'not-met').length;
  return (
    <div class="years">
      <h3>{TARGET_WORDS.yearsTitle}</h3>
      {judged.length === 0 ? null : <p>{TARGET_WORDS.years(met, judged.length)}</p>}
      <ul>
        {years.map(({ year, verdict, judged: isJudged }) => (
          <li key={year}>
            <span class="year">{year}</span>{' '}
            {isJudged ? <VerdictLabel verdict={verdict} /> : <span class="muted">{TARGET_WORDS.yearsOpen}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
