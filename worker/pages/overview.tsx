/** `GET /`: the consolidated view of one period, the leaders' two minutes. */
import type { Child } from 'hono/jsx';
import { yearOf } from '../../shared/periods.ts';
import { periodName, SAMPLE_MARK } from '../../shared/words.ts';
import { paperAddress } from './addresses.ts';
import { ChartLegend } from './charts/bullet-chart.tsx';
import { Layout } from './layout.tsx';
import { LiveStatus } from './live-status.tsx';
import { filtered } from './overview/filter.ts';
import { FilterFields } from './overview/filter-fields.tsx';
import { Headline } from './overview/headline.tsx';
import { Reporters } from './overview/reporters.tsx';
import { PeriodForm } from './period-form.tsx';
import type { OverviewProps } from './props.ts';
import { fullMomentText } from './times.ts';
import { FRAME_WORDS, LIVE_WORDS, PAPER_WORDS, PERIOD_WORDS } from './words.ts';

/** `rows` is what `OverviewRows` makes of the same. */
export function Overview(props: Omit<OverviewProps, 'term' | 'audit'> & { readonly rows: Child }) {
  const { plan, summary, basis, filter, me, now, sample } = props;
  const { commune, term } = plan.resolution;
  const shown = { period: summary.period, basis };
  const left = filtered(plan, filter, summary.indicators);
  const period = periodName(summary.period, term.baseline);
  const subtitle = FRAME_WORDS.term(yearOf(term.baseline), term.lastYear);
  return (
    <Layout title={period} commune={commune} subtitle={subtitle} sample={sample} me={me} here="overview">
      <div class="top">
        <div>
          <h1>{period}</h1>
          <LiveStatus period={summary.period} basis={basis} sequence={props.sequence} now={now} />
          <p class="to-paper">
            <a href={paperAddress(shown, filter)}>{PAPER_WORDS.open}</a>
          </p>
        </div>
        <PeriodForm {...props} address="/" exports>
          <FilterFields plan={plan} filter={filter} />
        </PeriodForm>
      </div>
      <Headline summary={summary} shown={shown} visible={new Set(left.map(({ target }) => target))} />
      <Reporters summary={summary} me={me} now={now} />
      <ChartLegend />
      {/* Another choice of rows is put in as a whole; else each row is refreshed by itself. */}
      <div data-live="rows" data-parts={left.map(({ id }) => id).join(' ')}>
        {props.rows}
      </div>
      <p class="paper-foot">
        {LIVE_WORDS.asOf(fullMomentText(now))}, {PERIOD_WORDS.basisNote[basis]}.{sample ? ` ${SAMPLE_MARK}.` : null}
      </p>
    </Layout>
  );
}
