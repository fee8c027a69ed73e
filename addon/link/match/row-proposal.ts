/** What is proposed for one row, once all rows have been assigned: how certain it is, what speaks against it, what else it may be. */

import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import type { Certainty } from './certainty.ts';
import type { Likeness } from './likeness.ts';
import type { TableRow } from './rows.ts';
import { readUnit, scaleOf, type UnitReading } from './units.ts';
import type { Vocabulary } from './vocabulary.ts';

type RowDoubt =
  /** Her unit is the input's in another scale. */
  | 'scaled'
  /** Its figures are far beyond what is plausible: her unit may be another than it seems. */
  | 'too-large'
  /** The row is hidden. */
  | 'hidden'
  /** The same input and period stand on another tab too, and are taken from there. */
  | 'elsewhere'
  /** The labels' column is empty in this row: the row could not be recognised again. */
  | 'no-label';

interface Candidate {
  readonly input: string;
  /** 0 to 1. */
  readonly score: number;
}

export interface RowProposal {
  readonly row: number;
  /** The label as she wrote it, on one line. */
  readonly text: string;
  /** Her unit of measure as she wrote it in the column of units, and as it was read there or anywhere else. */
  readonly unitText: string;
  readonly unit: UnitReading | null;
  /** The input proposed; null where none is. */
  readonly input: string | null;
  readonly certainty: Certainty;
  readonly doubts: readonly RowDoubt[];
  /** What it may be, the likeliest first; the proposed one among them. */
  readonly candidates: readonly Candidate[];
  /** Neither figures nor a unit: it says what the rows under it are of. */
  readonly heading: boolean;
  /** How many of its cells in the periods' columns are formulas, 0 to 1. */
  readonly formulas: number;
}

/** How many of her unit make one of an input's: 1000 for "triệu đồng" where "tỷ đồng" are wanted, 1 where they are the same. */
export function scaleFor(row: Pick<RowProposal, 'unit'>, input: InputDefinition): number {
  return scaleOf(row.unit, readUnit(input.unit));
}

const LEFT_OVER = 0.12;
const SHOWN_CANDIDATE = 0.3;
const MAX_CANDIDATES = 5;
const SURE = { score: 0.82, margin: 0.1 };
const LIKELY = { score: 0.7, margin: 0.04 };

/** An input that is left over is no proposal for a row that clearly means another, even if that one is taken. */
export function firstChoice(scores: readonly Likeness[], place: number): number {
  const best = Math.max(0, ...scores.map(({ score }) => score));
  return best - (scores[place]?.score ?? 0) > LEFT_OVER ? -1 : place;
}

interface Found {
  readonly row: TableRow;
  readonly vocabulary: Vocabulary;
  readonly scores: readonly (readonly Likeness[])[];
  readonly at: number;
  /** The input's place in the vocabulary, -1 for none. */
  readonly place: number;
  readonly recognisable: boolean;
  readonly formulas: number;
}

export function rowProposal(found: Found): RowProposal {
  const { row, vocabulary, scores, at, place, recognisable, formulas } = found;
  const own = scores[at] ?? [];
  const scaled = own[place]?.unitFit === 'scaled';
  const doubts: RowDoubt[] = [
    ...(scaled ? (['scaled'] as const) : []),
    ...(own[place]?.tooLarge === true ? (['too-large'] as const) : []),
    ...(row.hidden ? (['hidden'] as const) : []),
    ...(recognisable ? [] : (['no-label'] as const)),
  ];
  const input = (recognisable ? vocabulary.inputs[place]?.input.id : undefined) ?? null;
  return {
    row: row.row,
    text: row.text,
    unitText: row.unitText,
    input,
    unit: row.unit,
    certainty: input === null ? 'unsure' : certaintyOf(found),
    doubts,
    candidates: own
      .flatMap(({ score }, index) => {
        const id = vocabulary.inputs[index]?.input.id;
        return id === undefined || score < SHOWN_CANDIDATE ? [] : [{ input: id, score }];
      })
      .sort((one, other) => other.score - one.score)
      .slice(0, MAX_CANDIDATES),
    heading: row.bare,
    formulas,
  };
}

/** Good by itself, and better than what else the row could be and what else the input could be. */
function certaintyOf({ row, scores, at, place }: Found): Certainty {
  const own = scores[at] ?? [];
  const score = own[place]?.score ?? 0;
  if (own[place]?.tooLarge === true) return 'unsure';
  const plain = !row.hidden && own[place]?.unitFit !== 'scaled';
  const otherInput = Math.max(0, ...own.filter((_, index) => index !== place).map((one) => one.score));
  const otherRow = Math.max(0, ...scores.filter((_, index) => index !== at).map((one) => one[place]?.score ?? 0));
  const margin = score - Math.max(otherInput, otherRow);
  if (score >= SURE.score && margin >= SURE.margin) return plain ? 'sure' : 'likely';
  return score >= LIKELY.score && margin >= LIKELY.margin ? 'likely' : 'unsure';
}
