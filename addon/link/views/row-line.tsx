/** One row of her table: her label, and what it is linked with. */
import { useState } from 'preact/hooks';
import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import type { RowProposal } from '../match/row-proposal.ts';
import { alikeRows } from '../model/alike.ts';
import { rowStanding } from '../model/certainty-of.ts';
import { choicesOf } from '../model/choices.ts';
import { columnLetters } from '../model/letters.ts';
import { chosenScale } from '../model/survey.ts';
import { ROW_DOUBTS, TAB_WORDS } from '../words.ts';
import { InputChoice } from './input-choice.tsx';
import { StandingMark } from './standing-mark.tsx';
import type { TabProps } from './tab-step.tsx';

interface RowProps extends TabProps {
  readonly row: RowProposal;
  /** Shown only to say what the rows under it are of. */
  readonly context: boolean;
}

export function RowLine(props: RowProps) {
  const { store, actions, proposal, row, context } = props;
  const tab = proposal.tab.id;
  const choices = choicesOf(store.choices.value, tab);
  if (context)
    return (
      <tr class="context">
        <th scope="row">{row.row}</th>
        <td colSpan={3}>{row.text}</td>
      </tr>
    );
  const standing = rowStanding(store.plan, row, choices);
  return (
    <tr class={standing}>
      <th scope="row">{row.row}</th>
      <td>
        {row.text} <span class="narrow-unit hint">{row.unitText}</span>
      </td>
      <td>{row.unitText}</td>
      <td>
        <InputChoice
          store={store}
          label={TAB_WORDS.inputOf(row.row, row.text)}
          chosen={choices.rows.get(row.row) ?? null}
          suggested={row.candidates.map(({ input }) => input)}
          disabled={row.doubts.includes('no-label')}
          choose={(input) => actions.chooseInput(tab, row.row, input)}
        />
        <Alike {...props} />
        {doubtsOf(props).map((doubt) => (
          <p key={doubt} class="doubt">
            {doubt}
          </p>
        ))}
      </td>
      <td>
        <StandingMark standing={standing} />
        {standing === 'unsure' && (
          <button
            type="button"
            class="plain"
            aria-label={TAB_WORDS.rightRow(row.row)}
            onClick={() => actions.confirm(tab, { rows: [row.row] })}
          >
            {TAB_WORDS.right}
          </button>
        )}
      </td>
    </tr>
  );
}

/** Offers the same correction for the rows of the same name on other tabs, where there are any. */
function Alike({ store, actions, proposal, row }: RowProps) {
  const [done, setDone] = useState(0);
  const tab = proposal.tab.id;
  if (!choicesOf(store.choices.value, tab).settledRows.has(row.row)) return null;
  const count = alikeRows(store.proposals.value, store.choices.value, { tab, row: row.row }).length;
  if (count === 0) return <p role="status">{done > 0 ? TAB_WORDS.alikeDone(done) : ''}</p>;
  return (
    <button type="button" class="plain" onClick={() => setDone(actions.chooseAlike(tab, row.row))}>
      {TAB_WORDS.alike(count)}
    </button>
  );
}

function doubtsOf(props: RowProps): readonly string[] {
  const { store, proposal, row } = props;
  const input = choicesOf(store.choices.value, proposal.tab.id).rows.get(row.row);
  const definition = input === undefined ? undefined : store.plan.inputById.get(input);
  const scale = input === undefined ? 1 : chosenScale(store.plan, row, input);
  return [
    ...(scale === 1 || definition === undefined
      ? []
      : [ROW_DOUBTS.refused(row.unitText.trim(), definition.unit, convertingFormula(props, definition, scale))]),
    ...(row.doubts.includes('too-large') && input !== undefined ? [ROW_DOUBTS.tooLarge] : []),
    ...(row.doubts.includes('hidden') ? [ROW_DOUBTS.hidden] : []),
    ...(row.doubts.includes('elsewhere') && input === undefined ? [ROW_DOUBTS.elsewhere] : []),
    ...(row.doubts.includes('no-label') ? [ROW_DOUBTS.noLabel] : []),
  ];
}

/** As she would type it for her first linked column: "=ROUND(G12/1000;3)". A comma separates where a dot stands before decimals. */
function convertingFormula({ store, proposal, row }: RowProps, { decimals }: InputDefinition, scale: number): string {
  const [column = proposal.labelColumn + 1] = choicesOf(store.choices.value, proposal.tab.id).columns.keys();
  const cell = `${columnLetters(column)}${row.row}`;
  const separator = store.opening.value?.locale.startsWith('en') === true ? ',' : ';';
  return `=ROUND(${cell}${scale > 1 ? `/${scale}` : `*${Math.round(1 / scale)}`}${separator}${decimals})`;
}
