/** The rows of a tab in its own order, each with what it is linked with. */
import { useState } from 'preact/hooks';
import type { RowProposal } from '../match/row-proposal.ts';
import { rowStanding } from '../model/certainty-of.ts';
import { choicesOf } from '../model/choices.ts';
import { TAB_WORDS } from '../words.ts';
import { RowLine } from './row-line.tsx';
import type { TabProps } from './tab-step.tsx';

type Shown = keyof typeof TAB_WORDS.shown;
const CHOICES: readonly Shown[] = ['linked', 'open', 'all'];

export function RowsTable(props: TabProps) {
  const { proposal } = props;
  const [shown, setShown] = useState<Shown>(proposal.offered ? 'linked' : 'all');
  // A row that is corrected stays where it is until another group is asked for.
  const [kept, setKept] = useState<readonly number[]>(() => rowsShown(props, shown));
  const show = (next: Shown): void => {
    setShown(next);
    setKept(rowsShown(props, next));
  };
  const lines = withHeadings(proposal.rows, new Set(kept));
  return (
    <>
      <div class="rows-head">
        <h3 id="rows-heading">{TAB_WORDS.rowsHeading}</h3>
        <fieldset class="shown">
          <legend>{TAB_WORDS.shownRows}</legend>
          {CHOICES.map((one) => (
            <label key={one}>
              <input type="radio" name="shown" checked={shown === one} onChange={() => show(one)} />
              {TAB_WORDS.shown[one]} ({rowsShown(props, one).length})
            </label>
          ))}
        </fieldset>
      </div>
      <table class="rows" aria-labelledby="rows-heading">
        <thead>
          <tr>
            <th scope="col">{TAB_WORDS.row}</th>
            <th scope="col">{TAB_WORDS.label}</th>
            <th scope="col">{TAB_WORDS.unit}</th>
            <th scope="col">{TAB_WORDS.input}</th>
            <th scope="col">{TAB_WORDS.certainty}</th>
          </tr>
        </thead>
        <tbody>
          {lines.length === 0 && (
            <tr>
              <td colSpan={4}>{TAB_WORDS.nothingShown}</td>
            </tr>
          )}
          {lines.map((row) => (
            <RowLine key={row.row} {...props} row={row} context={!kept.includes(row.row)} />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Row numbers of a group: linked ones and those that something speaks for; those to be decided; all. */
function rowsShown({ store, proposal }: TabProps, shown: Shown): readonly number[] {
  const choices = choicesOf(store.choices.value, proposal.tab.id);
  const found = store.survey.value.tabs.get(proposal.tab.id);
  const open = new Set([...(found?.openRows ?? []), ...(found?.refusedRows ?? [])]);
  return proposal.rows.flatMap((row) => {
    if (shown === 'open') return open.has(row.row) ? [row.row] : [];
    if (shown === 'all') return row.heading && !choices.rows.has(row.row) ? [] : [row.row];
    return rowStanding(store.plan, row, choices) === 'none' ? [] : [row.row];
  });
}

/** With the headings above them, which say what a short label is of. */
function withHeadings(rows: readonly RowProposal[], shown: ReadonlySet<number>): readonly RowProposal[] {
  let heading: RowProposal | null = null;
  return rows.flatMap((row) => {
    if (!shown.has(row.row)) {
      if (row.heading) heading = row;
      return [];
    }
    const above: readonly RowProposal[] = heading === null ? [] : [heading];
    heading = null;
    return [...above, row];
  });
}
