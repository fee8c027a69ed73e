/** The choices as the script takes them. */
import type { Period } from '../../../shared/periods.ts';
import type { LinkedTab, LinkRequest } from '../../link-rpc.ts';
import type { TabProposal } from '../match/propose.ts';
import { choicesOf } from './choices.ts';
import { linkableRows, type Surveyed, takenBesides } from './survey.ts';

/** The person's answers to what the dialog asked. */
export interface Answers {
  readonly marked: boolean;
  /** Null: not asked, and nothing is said of it. */
  readonly summary: boolean | null;
}

/** Only tabs with rows and columns. Conflicts must be settled: of two rows for one input the later would win. */
export function linkRequest(surveyed: Surveyed, { marked, summary }: Answers): LinkRequest {
  return {
    unit: surveyed.unit,
    tabs: surveyed.proposals.flatMap((proposal) => linkedTables(surveyed, proposal)),
    marked,
    ...(summary === null ? {} : { summary }),
  };
}

/** The tab's rows and columns, and a table for each input that has columns of its own. */
function linkedTables(surveyed: Surveyed, proposal: TabProposal): readonly LinkedTab[] {
  const rows = linkableRows(surveyed, proposal);
  const { columns } = choicesOf(surveyed.choices, proposal.tab.id);
  if (rows.size === 0 || columns.size === 0) return [];
  const besides = takenBesides(surveyed, proposal);
  const own = [...new Set(besides.map(({ input }) => input))].map((input) => {
    const places = besides.filter((beside) => beside.input === input);
    const [first] = places;
    const row = new Map(first === undefined ? [] : [[first.row, input]]);
    return tableOf(proposal, row, new Map(places.map(({ column, period }) => [column, period])));
  });
  return [tableOf(proposal, rows, columns), ...own];
}

function tableOf(
  proposal: TabProposal,
  rows: ReadonlyMap<number, string>,
  columns: ReadonlyMap<number, Period>,
): LinkedTab {
  return {
    id: proposal.tab.id,
    labelColumn: proposal.labelColumn,
    rows: Object.fromEntries([...rows].map(([row, input]) => [input, row])),
    columns: Object.fromEntries([...columns].map(([column, period]): [Period, number] => [period, column])),
  };
}
