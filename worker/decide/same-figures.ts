/** Whether two boards say the same: the one that was kept up to date change by change, and one made anew. Pure. */
import type { Period } from '../../shared/periods.ts';
import { BASES, type Basis } from '../../shared/wire.ts';
import { canonicalJson } from '../canonical.ts';
import type { Consolidated } from '../commune/consolidated.ts';
import { EMPTY } from '../store/chain.ts';

export interface Difference {
  readonly kind: 'consolidation';
  readonly period: Period;
  readonly basis: Basis;
}

/** Every period and basis whose figures, verdicts or states of reports differ. */
export function differences(
  periods: readonly Period[],
  kept: Pick<Consolidated, 'summary'>,
  fresh: Pick<Consolidated, 'summary'>,
): Difference[] {
  const shown = (board: Pick<Consolidated, 'summary'>, period: Period, basis: Basis) =>
    canonicalJson(board.summary(period, basis, { locked: false, head: EMPTY }));
  return periods.flatMap((period) =>
    BASES.filter((basis) => shown(kept, period, basis) !== shown(fresh, period, basis)).map((basis) => ({
      kind: 'consolidation' as const,
      period,
      basis,
    })),
  );
}
