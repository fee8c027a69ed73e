/** `GET /`: the consolidated view of one period, the leaders' two minutes. */
import { yearOf } from '../../shared/periods.ts';
import { periodName, SAMPLE_MARK } from '../../shared/words.ts';
import { ChartLegend } from './charts/bullet-chart.tsx';
import { Layout } from './layout.tsx';
import { LiveStatus } from './live-status.tsx';
import { Headline } from './overview/headline.tsx';
import { Reporters } from './overview/reporters.tsx';
import { TargetTable } from './overview/table.tsx';
import { PeriodForm } from './period-form.tsx';
import type { OverviewProps } from './props.ts';
import { fullMomentText } from './times.ts';
import { FRAME_WORDS, LIVE_WORDS, PERIOD_WORDS } from './words.ts';

export function Overview(props: OverviewProps) {
  const { plan, summary, basis, audit, me, now, sample } = props;
  const { commune, term } = plan.resolution;
  const period = periodName(summary.period, term.baseline);
  const subtitle = FRAME_WORDS.term(yearOf(term.baseline), term.lastYear);
  return (
    <Layout title={period} commune={commune} subtitle={subtitle} sample={sample} me={me} here="overview">
      <div class="top">
        <h1>{period}</h1>
        <PeriodForm {...props} address="/" exports />
      </div>
      <LiveStatus period={summary.period} basis={basis} sequence={props.sequence} now={now} />
      <Headline summary={summary} />
      <Reporters summary={summary} now={now} />
      <ChartLegend />
      <TargetTable plan={plan} summary={summary} basis={basis} audit={audit} />
      <p class="paper-foot">
        {LIVE_WORDS.asOf(fullMomentText(now))}, {PERIOD_WORDS.basisNote[basis]}.{sample ? ` ${SAMPLE_MARK}.` : null}
      </p>
    </Layout>
  );
}
