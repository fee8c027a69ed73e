/** `GET /units`: all reporting units with their newest periods: what waits, who is late, what is wrong. */
import type { Period } from '../../shared/periods.ts';
import type { ReportingUnit } from '../../shared/resolution/schema.ts';
import { unitAddress } from './addresses.ts';
import { Layout } from './layout.tsx';
import { LiveStatus } from './live-status.tsx';
import { PaperFoot } from './paper-foot.tsx';
import type { PageProps } from './props.ts';
import { Matrix } from './units/matrix.tsx';
import { OpenList } from './units/open-list.tsx';
import type { PeriodStatus } from './units/period-status.ts';
import { UNITS_WORDS } from './words.ts';

export interface UnitsProps extends PageProps {
  /** Whose reports the person may read. */
  readonly units: readonly ReportingUnit[];
  /** Of these units in all periods that any unit has a report of, newest period first. */
  readonly statuses: readonly PeriodStatus[];
  readonly sequence: number;
}

/** A year and its baseline: what is older is on the units' own pages. */
const PERIODS = 5;

export function UnitsPage(props: UnitsProps) {
  const { plan, units, statuses, me, now, sample } = props;
  const { commune, term } = plan.resolution;
  const periods = [...new Set(statuses.map(({ period }) => period))];
  const rest = periods.length - PERIODS;
  return (
    <Layout title={UNITS_WORDS.title} commune={commune} sample={sample} me={me} here="units">
      <h1>{UNITS_WORDS.title}</h1>
      {/* Every period's change is one of this page's. */}
      <LiveStatus period={lastPeriod(plan.periods, term.baseline)} basis={null} sequence={props.sequence} now={now} />
      <p class="muted units-intro">{units.length < plan.units.length ? UNITS_WORDS.ownOnly : UNITS_WORDS.intro}</p>
      <OpenList plan={plan} statuses={statuses} now={now} />
      <section aria-labelledby="newest">
        <h2 id="newest">{UNITS_WORDS.caption}</h2>
        <div data-live="newest" data-parts={periods.join(' ')}>
          {periods.length === 0 ? (
            <p>{UNITS_WORDS.none}</p>
          ) : (
            <Matrix plan={plan} units={units} periods={periods.slice(0, PERIODS)} statuses={statuses} now={now} />
          )}
        </div>
        {rest > 0 ? <p class="muted">{UNITS_WORDS.more(rest)}</p> : null}
      </section>
      <nav class="between units-nav" aria-label={UNITS_WORDS.unitsLabel}>
        {units.map(({ id, name }) => (
          <a key={id} href={unitAddress(id)}>
            {name}
          </a>
        ))}
      </nav>
      <PaperFoot now={now} sample={sample} />
    </Layout>
  );
}

export function lastPeriod(periods: readonly Period[], baseline: Period): Period {
  return periods.at(-1) ?? baseline;
}
