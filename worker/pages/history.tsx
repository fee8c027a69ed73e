/** `GET /units/{unit}/{period}/history`: every revision of a report and what it changed, newest first. */
import type { Period } from '../../shared/periods.ts';
import { unitName } from '../../shared/plan.ts';
import { periodName } from '../../shared/words.ts';
import { historyAddress, reportAddress } from './addresses.ts';
import type { HistoryStep } from './history/step.ts';
import { StepEntry } from './history/step-entry.tsx';
import { Layout } from './layout.tsx';
import { LiveStatus } from './live-status.tsx';
import { PaperFoot } from './paper-foot.tsx';
import type { PageProps } from './props.ts';
import { ReportNav } from './report/report-nav.tsx';
import { HISTORY_WORDS } from './words.ts';

export interface HistoryProps extends PageProps {
  readonly unit: string;
  readonly period: Period;
  /** Newest first. */
  readonly steps: readonly HistoryStep[];
  /** The revision below which the steps are; null for the newest. */
  readonly before: number | null;
  /** The revision to go on before; null where there are no older ones. */
  readonly next: number | null;
  readonly sequence: number;
}

export function HistoryPage(props: HistoryProps) {
  const { plan, unit, period, steps, before, me, now, sample } = props;
  const { commune, term } = plan.resolution;
  const place = `${unitName(plan, unit)}, ${periodName(period, term.baseline)}`;
  return (
    <Layout title={`${HISTORY_WORDS.title}: ${place}`} commune={commune} sample={sample} me={me} here="units">
      <ReportNav plan={plan} unit={unit} period={period} />
      <p class="kicker">{place}</p>
      <h1>{HISTORY_WORDS.title}</h1>
      <LiveStatus period={period} basis={null} sequence={props.sequence} now={now} />
      <p class="report-ways">
        <a href={reportAddress(unit, period)}>{HISTORY_WORDS.back}</a>
      </p>
      <div class="history" data-live="history" data-parts={steps.map(({ revision }) => revision.revision).join(' ')}>
        {steps.length === 0 ? <p>{before === null ? HISTORY_WORDS.none : HISTORY_WORDS.noneBefore}</p> : null}
        {steps.map((step) => (
          <StepEntry key={step.revision.revision} plan={plan} step={step} now={now} />
        ))}
        <Paging {...props} />
      </div>
      {steps.length === 0 ? null : <p class="muted">{HISTORY_WORDS.findingsNote}</p>}
      <PaperFoot now={now} sample={sample} />
    </Layout>
  );
}

function Paging({ unit, period, before, next }: HistoryProps) {
  if (before === null && next === null) return null;
  return (
    <nav class="between" aria-label={HISTORY_WORDS.paging}>
      {before === null ? null : <a href={historyAddress(unit, period)}>{HISTORY_WORDS.newest}</a>}
      {next === null ? null : (
        <a rel="next" href={historyAddress(unit, period, next)}>
          {HISTORY_WORDS.older}
          <span aria-hidden="true"> ›</span>
        </a>
      )}
    </nav>
  );
}
