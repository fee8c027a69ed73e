/** The columns of a tab: what is written above them, and which period they hold. */
import type { Period } from '../../../shared/periods.ts';
import { isPeriod } from '../../../shared/periods.ts';
import { periodName } from '../../../shared/words.ts';
import type { ColumnProposal } from '../match/columns.ts';
import { columnStanding } from '../model/certainty-of.ts';
import { choicesOf } from '../model/choices.ts';
import { columnLetters } from '../model/letters.ts';
import { takenBesides } from '../model/survey.ts';
import { COLUMN_DOUBTS, TAB_WORDS } from '../words.ts';
import { StandingMark } from './standing-mark.tsx';
import type { TabProps } from './tab-step.tsx';

export function ColumnsTable(props: TabProps) {
  return (
    <>
      <h3 id="columns-heading">{TAB_WORDS.columnsHeading}</h3>
      <table class="columns" aria-labelledby="columns-heading">
        <thead>
          <tr>
            <th scope="col">{TAB_WORDS.column}</th>
            <th scope="col">{TAB_WORDS.heading}</th>
            <th scope="col">{TAB_WORDS.period}</th>
            <th scope="col">{TAB_WORDS.certainty}</th>
          </tr>
        </thead>
        <tbody>
          {props.proposal.columns.map((column) => (
            <ColumnLine key={column.column} {...props} column={column} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function ColumnLine({ store, actions, proposal, column }: TabProps & { readonly column: ColumnProposal }) {
  const tab = proposal.tab.id;
  const choices = choicesOf(store.choices.value, tab);
  const beside = takenBesides(store.surveyed.value, proposal).some((one) => one.column === column.column);
  const standing = beside ? 'likely' : columnStanding(column, choices);
  const letters = columnLetters(column.column);
  const choose = (value: string): void => actions.choosePeriod(tab, column.column, isPeriod(value) ? value : null);
  return (
    <tr class={standing}>
      <th scope="row">{letters}</th>
      <td>
        {column.headings.length === 0 ? TAB_WORDS.noHeading : column.headings.join(' › ')}
        <BesideChoice store={store} actions={actions} proposal={proposal} column={column} />
      </td>
      <td>
        <select
          aria-label={TAB_WORDS.columnOf(letters)}
          value={choices.columns.get(column.column) ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{TAB_WORDS.noPeriod}</option>
          {store.plan.periods.map((period: Period) => (
            <option key={period} value={period}>
              {periodName(period, store.plan.periods[0])}
            </option>
          ))}
        </select>
      </td>
      <td>
        <StandingMark standing={standing} />
        {standing === 'unsure' && (
          <button
            type="button"
            class="plain"
            aria-label={TAB_WORDS.rightColumn(letters)}
            onClick={() => actions.confirm(tab, { columns: [column.column] })}
          >
            {TAB_WORDS.right}
          </button>
        )}
        {standing !== 'chosen' && (standing !== 'none' || column.doubts.includes('elsewhere')) && (
          <Doubts column={column} />
        )}
      </td>
    </tr>
  );
}

/** A column with last year's figures: the resolution asks for them too, where they stand in the row of this year's. */
function BesideChoice({ store, actions, proposal, column }: TabProps & { readonly column: ColumnProposal }) {
  const tab = proposal.tab.id;
  const { besides, rows, columns } = choicesOf(store.choices.value, tab);
  const linked = new Map([...rows].map(([row, input]) => [input, row]));
  const beside = proposal.besides.find((one) => one.column === column.column);
  const row = beside === undefined ? undefined : linked.get(beside.of);
  if (beside === undefined || row === undefined || linked.has(beside.input) || columns.has(column.column)) return null;
  const name = store.plan.inputById.get(beside.input)?.short ?? beside.input;
  return (
    <label class="beside">
      <input
        type="checkbox"
        checked={besides.has(column.column)}
        onChange={(event) => actions.chooseBeside(tab, column.column, event.currentTarget.checked)}
      />
      <span>
        {TAB_WORDS.beside(name, periodName(beside.period, store.plan.periods[0]))} {TAB_WORDS.besideRow(row)}
      </span>
    </label>
  );
}

function Doubts({ column }: { readonly column: ColumnProposal }) {
  return (
    <>
      {column.doubts.map((doubt) => (
        <p key={doubt} class="doubt">
          {COLUMN_DOUBTS[doubt]}
        </p>
      ))}
    </>
  );
}
