/**
 * The figures of the tab "Kết quả", from the resolution's data: the unit's own part of each indicator as consolidation has it, computed
 * from the working below in the same column.
 */
import type { PlannedIndicator } from '../../shared/plan.ts';
import { BASELINE_COLUMN, NOT_APPLICABLE, type ResultsContext, SINGLE } from './results-columns.ts';
import { anyOf, contradictionsOf, exceeds, isEmpty } from './results-conditions.ts';
import { pastRowOf, rowOf } from './results-rows.ts';
import { columnName } from './template-formulas.ts';

/** The unit's part of an indicator, from the working's rows in the same column; empty text where the formula has none. */
export function partFormula({ plan, layout }: ResultsContext, indicator: PlannedIndicator, column: number): string {
  const { formula } = indicator;
  const at = (id: string) => `${columnName(column)}$${rowOf(layout, id)}`;
  const cells = indicator.inputs.map((place) => at(plan.inputs[place]?.id ?? ''));
  const [first = '', second = ''] = cells;
  const wrong = contradictionsOf(
    plan,
    indicator.inputs.map((place) => plan.inputs[place]?.id ?? ''),
  ).map(([part, whole]) => exceeds(at(part.id), at(whole.id)));
  const unless = (blanks: readonly string[], result: string) =>
    `=IF(${anyOf([...blanks.map(isEmpty), ...wrong])};"";${result})`;
  switch (formula.kind) {
    case 'sum':
    case 'flag':
      return unless([first], first);
    case 'ratio':
      return unless(cells, percentage(cells, `100*${first}/${second}`));
    case 'growth':
      return unless(cells, percentage(cells, `100*(${first}-${second})/${second}`));
    case 'termSum': {
      // No year of the term is there yet.
      if (column === BASELINE_COLUMN) return '';
      const past = `${SINGLE}$${pastRowOf(layout, formula.input)}`;
      const sum = `IF(COUNT(${past};${first})=0;${NOT_APPLICABLE};SUM(${past};${first}))`;
      return unless([past, first], sum);
    }
  }
}

/** 0 of 0 is no percentage: nothing arose. */
function percentage(cells: readonly string[], result: string): string {
  return `IF(COUNT(${cells.join(';')})<${cells.length};${NOT_APPLICABLE};IF(${cells[1]}=0;${NOT_APPLICABLE};${result}))`;
}
