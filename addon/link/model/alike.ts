/** Rows of other tabs that say the same as a row that was corrected: a table that is made anew each quarter repeats its labels. */

import type { TabProposal } from '../match/propose.ts';
import { plainWords } from '../match/syllables.ts';
import { type Choices, choicesOf, chooseInput } from './choices.ts';

interface Place {
  readonly tab: number;
  readonly row: number;
}

/** Rows with the same label and unit, under the same heading, that are linked otherwise or still to be looked at. */
export function alikeRows(proposals: readonly TabProposal[], choices: Choices, { tab, row }: Place): readonly Place[] {
  const chosen = choicesOf(choices, tab).rows.get(row);
  const wanted = keyOf(proposals, { tab, row });
  if (wanted === null) return [];
  return proposals
    .filter((proposal) => proposal.tab.id !== tab && proposal.offered)
    .flatMap((proposal) => {
      const now = choicesOf(choices, proposal.tab.id);
      const different = proposal.rows.filter(
        (one) => now.rows.get(one.row) !== chosen || (one.certainty === 'unsure' && !now.settledRows.has(one.row)),
      );
      const places = different.map((one) => ({ tab: proposal.tab.id, row: one.row }));
      return places.filter((place) => keyOf(proposals, place) === wanted);
    });
}

/** The same choice there. */
export function chooseAlike(choices: Choices, from: Place, places: readonly Place[]): Choices {
  const input = choicesOf(choices, from.tab).rows.get(from.row) ?? null;
  return places.reduce((now, { tab, row }) => chooseInput(now, tab, row, input), choices);
}

function keyOf(proposals: readonly TabProposal[], { tab, row }: Place): string | null {
  const rows = proposals.find((proposal) => proposal.tab.id === tab)?.rows ?? [];
  const at = rows.findIndex((one) => one.row === row);
  const found = rows[at];
  if (found === undefined) return null;
  const heading = [...rows.slice(0, at)].reverse().find((one) => one.heading)?.text ?? '';
  return [heading, found.text, found.unitText].map(plainWords).join('|');
}
