/** `GET /units/{unit}`: one unit: what waits, then all its periods, and the workbook that it reports from. */
import { unitName } from '../../shared/plan.ts';
import type { ReportingUnit } from '../../shared/resolution/schema.ts';
import { periodName } from '../../shared/words.ts';
import { reportAddress, UNITS_ADDRESS, unitAddress } from './addresses.ts';
import { Layout } from './layout.tsx';
import { LiveStatus } from './live-status.tsx';
import { PaperFoot } from './paper-foot.tsx';
import type { PageProps } from './props.ts';
import { momentText } from './times.ts';
import { OpenList } from './units/open-list.tsx';
import type { PeriodStatus } from './units/period-status.ts';
import { PeriodsTable } from './units/periods-table.tsx';
import { lastPeriod } from './units.tsx';
import { UNIT_WORDS } from './words.ts';

export interface UnitProps extends PageProps {
  readonly unit: string;
  /** Of every period of the plan, newest first. */
  readonly statuses: readonly PeriodStatus[];
  readonly binding: { readonly sheet: string; readonly boundAt: string } | null;
  /** The units whose reports the person may read, this one included. */
  readonly units: readonly ReportingUnit[];
  readonly sequence: number;
}

export function UnitPage(props: UnitProps) {
  const { plan, unit, statuses, me, now, sample } = props;
  const { commune, term } = plan.resolution;
  const name = unitName(plan, unit);
  const reported = statuses.filter(({ state }) => state !== 'none');
  const rest = statuses.filter(({ state }) => state === 'none').reverse();
  return (
    <Layout title={name} commune={commune} sample={sample} me={me} here="units">
      <nav class="between" aria-label={UNIT_WORDS.between}>
        <a href={UNITS_ADDRESS}>{UNIT_WORDS.all}</a>
        {props.units
          .filter(({ id }) => id !== unit)
          .map((other) => (
            <a key={other.id} href={unitAddress(other.id)}>
              {other.name}
            </a>
          ))}
      </nav>
      <h1>{name}</h1>
      <LiveStatus period={lastPeriod(plan.periods, term.baseline)} basis={null} sequence={props.sequence} now={now} />
      <Binding {...props} />
      <OpenList plan={plan} statuses={statuses} now={now} />
      <section aria-labelledby="periods">
        <h2 id="periods">{UNIT_WORDS.periods}</h2>
        <div data-live="periods" data-parts={reported.map(({ period }) => period).join(' ')}>
          {reported.length === 0 ? (
            <p>{UNIT_WORDS.none}</p>
          ) : (
            <PeriodsTable plan={plan} statuses={reported} now={now} />
          )}
        </div>
        {rest.length === 0 ? null : (
          <details class="rest">
            <summary>{UNIT_WORDS.rest(rest.length)}</summary>
            <ul>
              {rest.map(({ period }) => (
                <li key={period}>
                  <a href={reportAddress(unit, period)}>{periodName(period, term.baseline)}</a>
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      <PaperFoot now={now} sample={sample} />
    </Layout>
  );
}

function Binding({ binding, now }: UnitProps) {
  return (
    <p data-live="binding">
      {binding === null ? (
        UNIT_WORDS.sheetNone
      ) : (
        <>
          {UNIT_WORDS.sheet}: <bdi class="address">{binding.sheet}</bdi>,{' '}
          {UNIT_WORDS.sheetBound(momentText(binding.boundAt, now))}
        </>
      )}
    </p>
  );
}
