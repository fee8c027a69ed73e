/** `GET /targets/{number}`: one target over the whole term, whose parts it has, what each could do, how it is read, who sent what. */
import type { AuditFinding } from '../../shared/audit.ts';
import type { Period } from '../../shared/periods.ts';
import type { TargetDefinition } from '../../shared/resolution/schema.ts';
import type { Basis, Summary } from '../../shared/wire.ts';
import { periodName } from '../../shared/words.ts';
import { overviewAddress, targetAddress } from './addresses.ts';
import { lastReported } from './indicator/last-reported.ts';
import { Layout } from './layout.tsx';
import { LiveStatus } from './live-status.tsx';
import { notesOf } from './overview/notes.ts';
import { PeriodForm } from './period-form.tsx';
import type { PageProps } from './props.ts';
import { VerdictLabel } from './sign.tsx';
import { Changes, type FigureChange } from './target/changes.tsx';
import { IndicatorSection } from './target/indicator-section.tsx';
import { ReadingSection } from './target/reading.tsx';
import { PERIOD_WORDS, TARGET_WORDS } from './words.ts';

export interface TargetProps extends PageProps {
  readonly target: TargetDefinition;
  readonly summary: Summary;
  readonly basis: Basis;
  /** The periods that have at least one report. */
  readonly periods: readonly Period[];
  /** All figures of every period of the plan, in order. */
  readonly term: readonly Pick<Summary, 'indicators'>[];
  readonly audit: readonly AuditFinding[];
  /** What was sent of the target's inputs in the period, newest first: of the units whose reports the person may read. */
  readonly changes: readonly FigureChange[];
  /** Whether there are units whose reports the person may not read. */
  readonly ownOnly: boolean;
  readonly sequence: number;
}

export function Target(props: TargetProps) {
  const { plan, target, summary, basis, audit, now, term } = props;
  const { commune, term: years } = plan.resolution;
  const title = TARGET_WORDS.title(target.number);
  const period = periodName(summary.period, years.baseline);
  const verdict = summary.targets.find(({ number }) => number === target.number)?.verdict ?? 'no-data';
  const reported = lastReported(plan, props.periods);
  const notes = notesOf(plan, summary, audit, target.number);
  return (
    <Layout title={`${title}, ${period}`} commune={commune} sample={props.sample} me={props.me} here="overview">
      <Between {...props} />
      <div class="top">
        <div>
          <p class="kicker">{title}</p>
          <h1>{target.label}</h1>
        </div>
        <PeriodForm {...props} address={`/targets/${target.number}`} exports={false} />
      </div>
      <LiveStatus period={summary.period} basis={basis} sequence={props.sequence} now={now} />
      <p class="target-verdict" data-live="verdict">
        {period}: <VerdictLabel verdict={verdict} />
      </p>
      {target.source.text === undefined ? null : (
        <blockquote class="source">
          <p>{target.source.text}</p>
          <footer>{TARGET_WORDS.source(target.source.line)}</footer>
        </blockquote>
      )}
      {summary.indicators
        .filter((result) => result.target === target.number)
        .map((result) => (
          <IndicatorSection
            key={result.id}
            plan={plan}
            summary={summary}
            result={result}
            term={term}
            reported={reported}
            me={props.me}
          />
        ))}
      <section aria-labelledby="notes">
        <h2 id="notes">{TARGET_WORDS.notes}</h2>
        <ul class="notes-list" data-live="notes">
          {(notes.length === 0 ? [TARGET_WORDS.noNotes] : notes).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
      <ReadingSection plan={plan} target={target.number} />
      <Changes {...props} period={period} />
      <p class="paper-foot">{PERIOD_WORDS.basisNote[basis]}</p>
    </Layout>
  );
}

/** Back to the whole, and on to the neighbours, in the same period. */
function Between({ plan, target, summary, basis }: TargetProps) {
  const shown = { period: summary.period, basis };
  const { targets } = plan.resolution;
  const place = targets.findIndex(({ number }) => number === target.number);
  const [before, after] = [targets[place - 1], targets[place + 1]];
  return (
    <nav class="between" aria-label={TARGET_WORDS.between}>
      <a href={overviewAddress(shown)}>{TARGET_WORDS.overview}</a>
      {before === undefined ? null : (
        <a rel="prev" href={targetAddress(before.number, shown)}>
          <span aria-hidden="true">‹ </span>
          {TARGET_WORDS.title(before.number)}
        </a>
      )}
      {after === undefined ? null : (
        <a rel="next" href={targetAddress(after.number, shown)}>
          {TARGET_WORDS.title(after.number)}
          <span aria-hidden="true"> ›</span>
        </a>
      )}
    </nav>
  );
}
