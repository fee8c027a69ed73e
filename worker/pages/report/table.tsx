/** All inputs of a report, in the resolution's sections and order, under the targets that they are reported for. */
import { Fragment } from 'hono/jsx';
import type { Period } from '../../../shared/periods.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { TargetDefinition } from '../../../shared/resolution/schema.ts';
import { isUnexplained } from '../../../shared/validate.ts';
import type { Summary } from '../../../shared/wire.ts';
import { periodName } from '../../../shared/words.ts';
import { type Shown, targetAddress } from '../addresses.ts';
import { VerdictLabel } from '../sign.tsx';
import { REPORT_WORDS } from '../words.ts';
import type { ReviewDraft } from './note-field.tsx';
import { type Columns, InputRow } from './row.tsx';
import type { ReportRow } from './rows.ts';
import type { Earlier, ReportView } from './shown.ts';

export interface TableProps {
  readonly plan: Plan;
  readonly period: Period;
  readonly view: ReportView;
  readonly rows: readonly ReportRow[];
  readonly targets: Summary['targets'];
  /** What the reviewer typed so far; null where nothing can be returned. */
  readonly notes: ReviewDraft['notes'] | null;
}

export function ReportTable({ plan, period, view, rows, targets, notes }: TableProps) {
  const { current, before, yearBefore } = view;
  const columns: Columns = { before: before !== null, yearBefore: yearBefore !== null, notes };
  const shown: Shown = { period, basis: 'latest' };
  const unexplained = new Set(
    current.findings.flatMap((finding) => (isUnexplained(finding, current.reasons) ? [finding.input] : [])),
  );
  const { sections, targets: definitions } = plan.resolution;
  const reported = definitions.filter(({ number }) => rows.some(({ input }) => input.target === number));
  return (
    <table class={notes === null ? 'report-table' : 'report-table with-notes'}>
      <caption class="visually-hidden">{REPORT_WORDS.table}</caption>
      <TableHead plan={plan} period={period} view={view} notes={notes !== null} />
      {sections
        .filter(({ id }) => reported.some(({ section }) => section === id))
        .map(({ id, label }) => (
          <Fragment key={id}>
            <tbody class="section">
              <tr>
                <th colspan={columnCount(columns)} scope="rowgroup">
                  <h2>{label}</h2>
                </th>
              </tr>
            </tbody>
            {reported
              .filter(({ section }) => section === id)
              .map((target) => (
                <tbody key={target.number} class="target-inputs">
                  <TargetHead target={target} targets={targets} shown={shown} span={columnCount(columns)} />
                  {rows
                    .filter(({ input }) => input.target === target.number)
                    .map((row) => (
                      <InputRow
                        key={row.input.id}
                        row={row}
                        shown={shown}
                        columns={columns}
                        unexplained={unexplained}
                      />
                    ))}
                </tbody>
              ))}
          </Fragment>
        ))}
    </table>
  );
}

function columnCount({ before, yearBefore, notes }: Columns): number {
  return 4 + Number(before) + Number(yearBefore) + Number(notes !== null);
}

interface HeadProps {
  readonly plan: Plan;
  readonly period: Period;
  readonly view: ReportView;
  readonly notes: boolean;
}

function TableHead({ plan, period, view, notes }: HeadProps) {
  const { columns } = REPORT_WORDS;
  const name = (one: Period) => periodName(one, plan.resolution.term.baseline);
  const earlier = (head: string, one: Earlier | null) =>
    one === null ? null : (
      <th class="head-amount" scope="col">
        <span class="head-kind">{head}</span> {name(one.period)}
      </th>
    );
  return (
    <thead>
      <tr>
        <th class="head-label" scope="col">
          {columns.input}
        </th>
        <th class="head-measure" scope="col">
          {columns.measure}
        </th>
        <th class="head-amount head-now" scope="col">
          <span class="head-kind">{columns.now}</span> {name(period)}
        </th>
        {earlier(columns.before, view.before)}
        {earlier(columns.yearBefore, view.yearBefore)}
        <th class="head-checks" scope="col">
          {columns.findings}
        </th>
        {notes ? (
          <th class="head-note" scope="col">
            {columns.note}
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

interface TargetHeadProps {
  readonly target: TargetDefinition;
  readonly targets: Summary['targets'];
  readonly shown: Shown;
  readonly span: number;
}

/** What the inputs below are for, and how the commune stands with it. */
function TargetHead({ target, targets, shown, span }: TargetHeadProps) {
  const verdict = targets.find(({ number }) => number === target.number)?.verdict ?? 'no-data';
  return (
    <tr class="target-head" data-live={`target-${target.number}`}>
      <th colspan={span} scope="rowgroup">
        <a href={targetAddress(target.number, shown)}>
          {REPORT_WORDS.target(target.number)}: {target.label}
        </a>{' '}
        <VerdictLabel verdict={verdict} />
      </th>
    </tr>
  );
}
