/** All units in all periods of the term: state by shape, completeness in numbers. Each cell leads to its report, each head to its period. */
import { type Period, yearOf } from '../../../shared/periods.ts';
import type { Plan } from '../../../shared/plan.ts';
import { LOCKED, periodHeading, STATE_WORDS } from '../../../shared/words.ts';
import { periodAddress, reportAddress } from '../addresses.ts';
import type { Standing } from '../period.tsx';
import { StateMark } from '../state-mark.tsx';
import { PERIOD_PAGE_WORDS } from '../words.ts';

interface MatrixProps {
  readonly plan: Plan;
  readonly standings: readonly Standing[];
  readonly shown: Period;
  readonly locked: readonly Period[];
  readonly readable: readonly string[];
}

/** A row a period: the term is longer than a commune has units, and a phone is higher than wide. */
export function Matrix({ plan, standings, shown, locked, readable }: MatrixProps) {
  const years = [...Map.groupBy(plan.periods, yearOf)];
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">{PERIOD_PAGE_WORDS.matrix}</h2>
      <Legend />
      <div class="scroll">
        <table class="plain-table matrix">
          <thead>
            <tr>
              <th scope="col">{PERIOD_PAGE_WORDS.columns.period}</th>
              {plan.units.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {years.map(([year, periods]) => (
            <tbody key={year}>
              <tr class="matrix-year">
                <th scope="rowgroup" colspan={plan.units.length + 1}>
                  {year}
                </th>
              </tr>
              {periods.map((period) => (
                <tr key={period} data-live={`matrix-${period}`} class={period === shown ? 'matrix-shown' : undefined}>
                  <th scope="row">
                    <a href={periodAddress(period)} aria-current={period === shown ? 'page' : undefined}>
                      {period === plan.periods[0] ? PERIOD_PAGE_WORDS.baseline : periodHeading(period)}
                    </a>
                    {locked.includes(period) ? <span class="under">{LOCKED}</span> : null}
                  </th>
                  {plan.units.map(({ id }) => (
                    <td key={id}>
                      <Cell
                        standing={standings.find((one) => one.unit === id && one.period === period)}
                        isReadable={readable.includes(id)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

function Cell({ standing, isReadable }: { readonly standing: Standing | undefined; readonly isReadable: boolean }) {
  if (standing === undefined) return null;
  const { unit, period, state, entered, expected } = standing;
  const mark = (
    <>
      <StateMark state={state} bare /> {state === 'none' ? null : `${entered}/${expected}`}
    </>
  );
  return isReadable && state !== 'none' ? <a href={reportAddress(unit, period)}>{mark}</a> : mark;
}

function Legend() {
  const states = Object.keys(STATE_WORDS).filter((state): state is keyof typeof STATE_WORDS => state in STATE_WORDS);
  return (
    <ul class="state-legend">
      {states.map((state) => (
        <li key={state}>
          <StateMark state={state} />
        </li>
      ))}
      <li>{PERIOD_PAGE_WORDS.enteredLegend}</li>
    </ul>
  );
}
