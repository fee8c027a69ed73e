/** `GET /units/{unit}/{period}`: a unit's report of a period, whole, beside what it was before; and the reviewer's word on it. */
import { expectedInputs } from '../../shared/completeness.ts';
import type { Period } from '../../shared/periods.ts';
import { unitName } from '../../shared/plan.ts';
import type { Summary } from '../../shared/wire.ts';
import { periodName, STATE_WORDS } from '../../shared/words.ts';
import { historyAddress, reportAddress } from './addresses.ts';
import { Layout } from './layout.tsx';
import { LiveStatus } from './live-status.tsx';
import { may } from './may.ts';
import { PaperFoot } from './paper-foot.tsx';
import type { PageProps } from './props.ts';
import { Facts, Lock, type ShownLock } from './report/facts.tsx';
import { NO_DRAFT } from './report/note-field.tsx';
import { Refused, type ReviewRefusal } from './report/refused.tsx';
import { ReportNav } from './report/report-nav.tsx';
import { canReturn, REVIEW_ANCHOR, Review } from './report/review.tsx';
import { RowChoices } from './report/row-choices.tsx';
import { chosenRows, type RowChoice, rowsOf } from './report/rows.ts';
import type { ReportView } from './report/shown.ts';
import { ReportTable, type TableProps } from './report/table.tsx';
import { momentText } from './times.ts';
import { PERIOD_WORDS, REPORT_WORDS, REVIEW_WORDS } from './words.ts';

export interface ReportProps extends PageProps {
  readonly unit: string;
  readonly period: Period;
  readonly rows: RowChoice;
  /** Null where the unit has sent nothing for the period. */
  readonly view: ReportView | null;
  /** Null where the period is not locked. */
  readonly lock: ShownLock | null;
  /** How the commune stands with each target, by everybody's newest reports. */
  readonly targets: Summary['targets'];
  /** What the reviewer just did, where the report still stands so. */
  readonly done: 'accepted' | 'returned' | null;
  /** A word of the reviewer's that was not taken. */
  readonly refused: ReviewRefusal | null;
  /** The number of the last change, as the live messages count them. */
  readonly sequence: number;
}

export function ReportPage(props: ReportProps) {
  const { plan, unit, period, me, now, sample, view, lock } = props;
  const { commune, term } = plan.resolution;
  const [name, when] = [unitName(plan, unit), periodName(period, term.baseline)];
  const reviews = may(me, 'report.review', unit);
  return (
    <Layout title={`${name}, ${when}`} commune={commune} sample={sample} me={me} here="units">
      <ReportNav plan={plan} unit={unit} period={period} />
      <p class="kicker">{name}</p>
      <h1>{when}</h1>
      <LiveStatus
        period={period}
        basis={null}
        sequence={props.sequence}
        now={now}
        address={props.refused === null ? null : reportAddress(unit, period)}
      />
      <Done {...props} />
      {view === null || props.refused === null ? null : (
        <Refused
          plan={plan}
          refusal={props.refused}
          current={view.current}
          inFields={canReturn({ current: view.current, locked: lock !== null })}
          now={now}
        />
      )}
      <div data-live="report" data-parts={view === null ? undefined : 'report'}>
        {view === null ? <NoReport {...props} /> : <Report {...props} view={view} reviews={reviews} />}
      </div>
      <PaperFoot now={now} sample={sample} />
    </Layout>
  );
}

interface FoundProps extends ReportProps {
  readonly view: ReportView;
  readonly reviews: boolean;
}

function Report(props: FoundProps) {
  const { plan, unit, period, view, lock, reviews, now } = props;
  const draft = props.refused?.draft ?? NO_DRAFT;
  const review = { unit, period, current: view.current, locked: lock !== null, draft };
  return (
    <>
      <Facts plan={plan} unit={unit} period={period} view={view} lock={lock} now={now} />
      <p class="report-ways">
        <a href={historyAddress(unit, period)}>{REPORT_WORDS.history}</a>
        {reviews ? <a href={`#${REVIEW_ANCHOR}`}>{REVIEW_WORDS.jump}</a> : null}
        <button class="quiet with-script" type="button" data-print>
          {PERIOD_WORDS.print}
        </button>
      </p>
      <Rows {...props} notes={reviews && canReturn(review) ? draft.notes : null} />
      {reviews ? <Review {...review} /> : null}
    </>
  );
}

/** Live as a whole only where other rows are shown than before. */
function Rows({ plan, unit, period, view, rows, targets, notes, now }: FoundProps & Pick<TableProps, 'notes'>) {
  const all = rowsOf(plan, unit, period, view);
  const chosen = chosenRows(all, rows);
  return (
    <div
      data-live="rows"
      data-parts={[notes === null ? 'read' : 'review', ...chosen.map(({ input }) => input.id)].join(' ')}
    >
      <RowChoices unit={unit} period={period} rows={all} choice={rows} />
      <Compared view={view} now={now} />
      {chosen.length === 0 ? (
        <p>{rows === 'issues' ? REPORT_WORDS.choice.noIssues : REPORT_WORDS.choice.noChanges}</p>
      ) : (
        <ReportTable plan={plan} period={period} view={view} rows={chosen} targets={targets} notes={notes} />
      )}
    </div>
  );
}

function Compared({ view: { reference }, now }: { readonly view: ReportView; readonly now: string }) {
  return (
    <p class="muted compared" data-live="compared">
      {reference === null
        ? REPORT_WORDS.comparedFirst
        : REPORT_WORDS.compared(reference.revision, STATE_WORDS[reference.state], momentText(reference.at, now))}
    </p>
  );
}

function NoReport({ plan, unit, period, lock, now }: ReportProps) {
  const { none } = REPORT_WORDS;
  return (
    <div class="no-report">
      <Lock lock={lock} now={now} />
      <h2>{none.title}</h2>
      <p>
        {none.what(unitName(plan, unit), periodName(period, plan.resolution.term.baseline))}{' '}
        {none.expected(expectedInputs(plan, unit, period).length)}
      </p>
      <p>{none.todo}</p>
    </div>
  );
}

/** Not live: it answers the form that was just sent. */
function Done({ view, done }: ReportProps) {
  if (view === null || done === null) return null;
  return (
    <p class="notice" role="status">
      {REVIEW_WORDS.done[done](view.current.revision)}{' '}
      {done === 'accepted' ? <a href={`#${REVIEW_ANCHOR}`}>{REVIEW_WORDS.title}</a> : null}
    </p>
  );
}
