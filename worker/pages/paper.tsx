/** `GET /paper`: the report as an office prints it, A4 portrait; on screen as it will be, with what it can be had as beside it. */

import { yearOf } from '../../shared/periods.ts';
import { HEAD_KINDS, type HeadSetting } from '../../shared/service-wire.ts';
import type { Basis, Summary } from '../../shared/wire.ts';
import { periodName, SAMPLE_MARK } from '../../shared/words.ts';
import { overviewAddress } from './addresses.ts';
import { surpassedTargets } from './indicator/surplus.ts';
import { Layout } from './layout.tsx';
import { type Filter, filtered, filterQuery, isNarrowing } from './overview/filter.ts';
import { filterText } from './overview/filter-note.tsx';
import { clausesOf, sentenceText } from './overview/sentence.ts';
import { PaperHead } from './paper/paper-head.tsx';
import { PaperTable } from './paper/paper-table.tsx';
import { paperRows } from './paper/rows.ts';
import { paperSentences } from './paper/sentences.ts';
import { ExportLinks } from './period-form.tsx';
import type { PageProps } from './props.ts';
import { fullMomentText } from './times.ts';
import { FILTER_WORDS, PAPER_WORDS, PERIOD_WORDS } from './words.ts';

export interface PaperProps extends PageProps {
  readonly summary: Summary;
  readonly basis: Basis;
  readonly filter: Filter;
  readonly head: HeadSetting;
}

export function Paper(props: PaperProps) {
  const { plan, summary, basis, filter, head, now, sample } = props;
  const { commune, term } = plan.resolution;
  const period = periodName(summary.period, term.baseline);
  const results = filtered(plan, filter, summary.indicators);
  const subject = PAPER_WORDS.subject(yearOf(term.baseline), term.lastYear, period);
  return (
    <Layout title={`${PAPER_WORDS.page}, ${period}`} commune={commune} sample={sample} me={props.me} here="overview">
      <Tools {...props} />
      <article class="sheet" aria-label={PAPER_WORDS.page} tabindex={0}>
        <PaperHead head={head} subject={subject} now={now} />
        {sample ? <p class="paper-sample">{SAMPLE_MARK}</p> : null}
        <p class="paper-sentence">
          {sentenceText(summary.targets.length, clausesOf(summary.targets, surpassedTargets(summary)))}.
        </p>
        <PaperTable rows={paperRows(plan, summary, results)} />
        <p class="paper-basis">
          {PAPER_WORDS.basis(PERIOD_WORDS.basisNote[basis], fullMomentText(now))}
          {isNarrowing(filter) ? ` ${FILTER_WORDS.filters(filterText(plan, filter))}` : ''}
        </p>
        <div class="paper-signature">
          {head.signer.split('\n').map((line) => (
            <p key={line} class="paper-signer">
              {line}
            </p>
          ))}
          <p class="paper-sign">{PAPER_WORDS.sign}</p>
        </div>
      </article>
      <section class="paper-text" aria-labelledby="as-text">
        <h2 id="as-text">{PAPER_WORDS.asText}</h2>
        <textarea id="paper-text" aria-labelledby="as-text" readonly rows={12}>
          {paperSentences(plan, summary, results).join('\n')}
        </textarea>
        <p>
          <button class="quiet with-script" type="button" data-copy="paper-text">
            {PAPER_WORDS.copy}
          </button>{' '}
          <span role="status" />
        </p>
      </section>
    </Layout>
  );
}

/** For the screen: how the paper is headed, and what it can be had as. */
function Tools({ summary, basis, filter, head }: PaperProps) {
  const shown = { period: summary.period, basis };
  return (
    <div class="paper-tools">
      <p>
        <a href={overviewAddress(shown, filter)}>{PAPER_WORDS.back}</a>
      </p>
      <form class="choice" method="get" action="/paper">
        {[['period', summary.period], ['basis', basis], ...filterQuery(filter)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          <span>{PAPER_WORDS.headOf}</span>
          <select name="head">
            {HEAD_KINDS.map((kind) => (
              <option key={kind} value={kind} selected={kind === head.kind}>
                {PAPER_WORDS.heads[kind].name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{PERIOD_WORDS.show}</button>
        <button class="quiet with-script" type="button" data-print>
          {PERIOD_WORDS.print}
        </button>
        <ExportLinks period={summary.period} basis={basis} />
      </form>
      <p class="muted">{PAPER_WORDS.hint}</p>
    </div>
  );
}
