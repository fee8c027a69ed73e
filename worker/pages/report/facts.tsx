/** What a report is at this moment: its state, who sent it and how, how complete it is, what the reviewer said. */
import { completenessOf } from '../../../shared/completeness.ts';
import type { Period } from '../../../shared/periods.ts';
import type { Plan } from '../../../shared/plan.ts';
import { isUnexplained } from '../../../shared/validate.ts';
import { LOCKED } from '../../../shared/words.ts';
import { StateMark } from '../state-mark.tsx';
import { momentText } from '../times.ts';
import { REPORT_WORDS, REPORTER_WORDS, STATUS_WORDS } from '../words.ts';
import { MadeBy, Said } from './said.tsx';
import type { ReportView, ShownRevision } from './shown.ts';

/** When and by whom a period was locked. */
export interface ShownLock {
  readonly by: string;
  readonly at: string;
}

interface FactsProps {
  readonly plan: Plan;
  readonly unit: string;
  readonly period: Period;
  readonly view: ReportView;
  readonly lock: ShownLock | null;
  readonly now: string;
}

/** So many characters of a hash tell two reports apart for a person. */
const HASH_LENGTH = 12;

export function Facts({ plan, unit, period, view, lock, now }: FactsProps) {
  const { facts } = REPORT_WORDS;
  const { current, sent } = view;
  return (
    <div class="report-facts" data-live="facts">
      <Lock lock={lock} now={now} />
      <dl class="facts">
        <dt>{facts.state}</dt>
        <dd>
          <StateMark state={current.state} /> · {facts.revision(current.revision)} · {momentText(current.at, now)}
        </dd>
        <dt>{facts.sent}</dt>
        <dd>
          <MadeBy revision={sent} />
          {sent.revision === current.revision
            ? null
            : ` · ${facts.revision(sent.revision)} · ${momentText(sent.at, now)}`}
        </dd>
        {sent.revision === current.revision ? null : (
          <>
            <dt>{facts.reviewed}</dt>
            <dd>
              <MadeBy revision={current} />
            </dd>
          </>
        )}
        <dt>{facts.entered}</dt>
        <dd>
          <Entered plan={plan} unit={unit} period={period} revision={current} findings={current.findings} />
        </dd>
        <dt>{facts.sheet}</dt>
        <dd>
          <bdi class="address">{current.sheet}</bdi>
        </dd>
        <dt>{facts.content}</dt>
        <dd>
          <code title={current.contentHash}>{current.contentHash.slice(0, HASH_LENGTH)}</code>
        </dd>
      </dl>
      <ReturnReason view={view} now={now} />
    </div>
  );
}

export function Lock({ lock, now }: Pick<FactsProps, 'lock' | 'now'>) {
  if (lock === null) return null;
  return (
    <p class="lock">
      <strong class="locked">{LOCKED}.</strong> {REPORT_WORDS.locked(momentText(lock.at, now), lock.by)}
    </p>
  );
}

interface EnteredProps extends Pick<FactsProps, 'plan' | 'unit' | 'period'> {
  readonly revision: ShownRevision;
  readonly findings: ReportView['current']['findings'];
}

function Entered({ plan, unit, period, revision, findings }: EnteredProps) {
  const { entered, expected } = completenessOf(plan, unit, period, revision.values);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter((finding) => isUnexplained(finding, revision.reasons)).length;
  const missing = expected - entered;
  return (
    <>
      {STATUS_WORDS.entered(entered, expected)},{' '}
      {missing === 0 ? REPORT_WORDS.facts.complete : REPORT_WORDS.facts.missing(missing)}
      {errors === 0 ? null : (
        <>
          {' '}
          · <span class="unit-errors">{REPORTER_WORDS.errors(errors)}</span>
        </>
      )}
      {warnings === 0 ? null : (
        <>
          {' '}
          · <span class="unit-warnings">{REPORTER_WORDS.warnings(warnings)}</span>
        </>
      )}
    </>
  );
}

/** The reviewer's words where they still matter: of the report as it stands, or of what it was before it was sent again. */
function ReturnReason({ view: { current, lastReturn }, now }: Pick<FactsProps, 'view' | 'now'>) {
  const returned = current.state === 'returned' ? current : lastReturn;
  if (returned === null || returned.reason === null) return null;
  const head =
    returned === current
      ? REPORT_WORDS.returnReason
      : REPORT_WORDS.lastReturn(returned.revision, momentText(returned.at, now));
  return (
    <blockquote class="return-reason">
      <p class="return-head">{head}</p>
      <Said text={returned.reason} />
    </blockquote>
  );
}
