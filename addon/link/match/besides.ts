/**
 * Inputs that have no row but a column: last year's figure of the same period stands beside this year's ("Cùng kỳ năm trước"), and the
 * resolution asks for both.
 */
import type { Period } from '../../../shared/periods.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { ColumnProposal } from './columns.ts';
import type { RowProposal } from './row-proposal.ts';

export interface Beside {
  readonly input: string;
  /** The input in whose row it stands. */
  readonly of: string;
  readonly column: number;
  /** The period that it is reported for: the one that it is compared with. */
  readonly period: Period;
}

/** For inputs that repeat another's figure of a year before and have no row of their own. */
export function besidesIn(
  plan: Plan,
  columns: readonly ColumnProposal[],
  rows: readonly RowProposal[],
): readonly Beside[] {
  const periods = new Set(columns.map(({ period }) => period));
  const found = new Set(rows.map(({ input }) => input));
  return [...plan.comparedWith].flatMap(([input, of]) => {
    if (found.has(input) || !found.has(of)) return [];
    return columns.flatMap(({ column, yearBefore }) =>
      yearBefore !== null && periods.has(yearBefore) ? [{ input, of, column, period: yearBefore }] : [],
    );
  });
}
