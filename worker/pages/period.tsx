/** `GET /periods/{period}`: who has reported what, what to remind whom of, and the period's lock; under it the whole term at a glance. */
import type { Completeness } from '../../shared/completeness.ts';
import type { Period } from '../../shared/periods.ts';
import type { Lock } from '../../shared/service-wire.ts';
import type { ReportState, Summary } from '../../shared/wire.ts';
import { LOCKED, periodName } from '../../shared/words.ts';
import { overviewAddress } from './addresses.ts';
import { Layout } from './layout.tsx';
import { LiveStatus } from './live-status.tsx';
import { type LockFormState, LockForms } from './period/lock-forms.tsx';
import { Matrix } from './period/matrix.tsx';
import { Reminder } from './period/reminder.tsx';
import { StandingTable } from './period/standing-table.tsx';
import type { PageProps } from './props.ts';
import { momentText } from './times.ts';
import { PERIOD_PAGE_WORDS } from './words.ts';

/** One unit's report of one period, as far as everybody may know of it. */
export interface Standing extends Completeness {
  readonly unit: string;
  readonly period: Period;
  readonly state: ReportState | 'none';
}

export interface PeriodPageProps extends PageProps {
  readonly summary: Summary;
  /** Every unit in every period of the plan, period by period. */
  readonly standings: readonly Standing[];
  /** Null where the period was never locked. */
  readonly lock: Lock | null;
  /** The periods that are locked. */
  readonly locked: readonly Period[];
  /** The units whose reports the person may open. */
  readonly readable: readonly string[];
  readonly mayLock: boolean;
  readonly mayUnlock: boolean;
  /** What became of a form that was sent and could not be carried out. */
  readonly form: LockFormState | null;
  readonly sequence: number;
}

export function PeriodPage(props: PeriodPageProps) {
  const { plan, summary, lock, now, me, sample } = props;
  const { commune, term } = plan.resolution;
  const { period } = summary;
  const name = periodName(period, term.baseline);
  const own = props.standings.filter((standing) => standing.period === period);
  return (
    <Layout title={PERIOD_PAGE_WORDS.title(name)} commune={commune} sample={sample} me={me} here="periods">
      <h1>{PERIOD_PAGE_WORDS.title(name)}</h1>
      <LiveStatus period={period} basis={null} sequence={props.sequence} now={now} />
      <p class="locked" data-live="lock">
        {lock?.locked === true ? (
          <>
            <strong>{LOCKED}</strong>
            {lock.by === null || lock.at === null ? null : `, ${lock.by}, ${momentText(lock.at, now)}`}
          </>
        ) : (
          PERIOD_PAGE_WORDS.open
        )}
      </p>
      <p>
        <a href={overviewAddress({ period, basis: 'latest' })}>{PERIOD_PAGE_WORDS.figures(name)}</a>
      </p>
      <section aria-labelledby="standing">
        <h2 id="standing">{PERIOD_PAGE_WORDS.standing}</h2>
        <StandingTable plan={plan} summary={summary} standings={own} readable={props.readable} now={now} />
      </section>
      <Reminder plan={plan} summary={summary} standings={own} />
      <LockForms
        period={period}
        name={name}
        isLocked={lock?.locked === true}
        unaccepted={summary.units.filter(({ state }) => state !== 'accepted').map((unit) => unit.name)}
        mayLock={props.mayLock}
        mayUnlock={props.mayUnlock}
        form={props.form}
      />
      <Matrix plan={plan} standings={props.standings} shown={period} locked={props.locked} readable={props.readable} />
    </Layout>
  );
}
