/** One input of a report: a row with the same cells everywhere, each of which is brought up to date by itself. */
import { Fragment } from 'hono/jsx';
import { formatFigure } from '../../../shared/display.ts';
import type { Value } from '../../../shared/values.ts';
import { NOT_APPLICABLE_WORD } from '../../../shared/words.ts';
import { inputAnchor, type Shown, targetAddress } from '../addresses.ts';
import { Arrow } from '../arrow.tsx';
import { REPORT_WORDS } from '../words.ts';
import { NoteField, type ReviewDraft } from './note-field.tsx';
import { hasIssue, type ReportRow } from './rows.ts';
import { Said } from './said.tsx';
import { FindingLine } from './severity.tsx';

/** Which columns the table has: those of earlier periods where there are such, and the reviewer's where there is something to say. */
export interface Columns {
  readonly before: boolean;
  readonly yearBefore: boolean;
  /** What was typed so far; null where nothing can be returned. */
  readonly notes: ReviewDraft['notes'] | null;
}

interface RowProps {
  readonly row: ReportRow;
  readonly shown: Shown;
  readonly columns: Columns;
  readonly unexplained: ReadonlySet<string>;
}

export function InputRow({ row, shown, columns, unexplained }: RowProps) {
  const { input } = row;
  const anchor = inputAnchor(input.id);
  return (
    <tr
      id={anchor}
      class={hasIssue(row) ? 'input-row issue' : 'input-row'}
      data-live={anchor}
      data-label={input.short}
      tabindex={-1}
    >
      <th class="label" scope="row">
        {input.label} <AlsoFeeds numbers={row.alsoFeeds} shown={shown} />
      </th>
      <td class="measure">{input.unit}</td>
      <NowCell row={row} />
      {columns.before ? <EarlierCell head={REPORT_WORDS.columns.before} value={row.before} /> : null}
      {columns.yearBefore ? <EarlierCell head={REPORT_WORDS.columns.yearBefore} value={row.yearBefore} /> : null}
      <td class="checks">
        <Findings row={row} unexplained={unexplained} /> <Reason row={row} />
      </td>
      {columns.notes === null ? null : (
        <td class="note">
          <NoteField input={input} typed={columns.notes[input.id] ?? ''} />
        </td>
      )}
    </tr>
  );
}

function AlsoFeeds({ numbers, shown }: { readonly numbers: readonly number[]; readonly shown: Shown }) {
  if (numbers.length === 0) return null;
  return (
    <span class="under">
      {REPORT_WORDS.alsoFeeds}{' '}
      {numbers.map((number, place) => (
        <Fragment key={String(number)}>
          {place === 0 ? '' : ', '}
          <a href={targetAddress(number, shown)} aria-label={REPORT_WORDS.target(number)}>
            {number}
          </a>
        </Fragment>
      ))}
    </span>
  );
}

function NowCell({ row }: { readonly row: ReportRow }) {
  const { value, invalid, expected, changed, formula } = row;
  return (
    <td class={`amount now ${stateOf(row)}`}>
      <span class="value">{valueText(value)}</span>
      {value === null ? (
        <span class="under">{expected ? REPORT_WORDS.absentDue : REPORT_WORDS.absentLater}</span>
      ) : null}
      {invalid ? <span class="under lacking">{REPORT_WORDS.invalid}</span> : null}
      {changed === null ? null : (
        <span class="under edited">
          {REPORT_WORDS.edited} {valueText(changed.from)} <Arrow /> {valueText(value)}
        </span>
      )}
      {formula ? <span class="under">{REPORT_WORDS.formula}</span> : null}
    </td>
  );
}

/** The four states of a value, for the eye; the words stand beside. */
function stateOf({ value, invalid, expected }: ReportRow): string {
  if (invalid) return 'is-invalid';
  if (value === null) return expected ? 'is-missing' : 'is-later';
  return value === 'na' ? 'is-na' : 'is-there';
}

function EarlierCell({ head, value }: { readonly head: string; readonly value: Value }) {
  return (
    <td class={value === null ? 'amount earlier is-later' : 'amount earlier'} data-head={head}>
      {valueText(value)}
    </td>
  );
}

/** Without its unit of measure, which has a column. */
function valueText(value: Value): string {
  return value === 'na' ? NOT_APPLICABLE_WORD : formatFigure(value, null);
}

function Findings({ row, unexplained }: Pick<RowProps, 'row' | 'unexplained'>) {
  if (row.findings.length === 0) return null;
  return (
    <ul class="findings">
      {row.findings.map((finding) => (
        <FindingLine
          key={`${finding.code} ${finding.input}`}
          finding={finding}
          unexplained={finding.severity === 'warning' && unexplained.has(finding.input)}
        />
      ))}
    </ul>
  );
}

function Reason({ row: { reason, reasonChanged } }: Pick<RowProps, 'row'>) {
  if (reason === null && reasonChanged === null) return null;
  return (
    <div class="reason">
      {reason === null ? null : (
        <>
          <span class="reason-head">{REPORT_WORDS.reason}</span> <Said text={reason} />
        </>
      )}
      {reasonChanged === null ? null : (
        <span class="under edited">
          {REPORT_WORDS.reasonEdited}{' '}
          {reasonChanged.from === null ? REPORT_WORDS.noReasonBefore : <Said text={reasonChanged.from} />}
        </span>
      )}
    </div>
  );
}
