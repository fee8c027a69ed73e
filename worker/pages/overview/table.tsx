/** All targets in the resolution's sections and order: one table, so that the columns are the same everywhere and on paper. */
import { Fragment } from 'hono/jsx';
import type { IndicatorResult } from '../../../shared/wire.ts';
import { periodName } from '../../../shared/words.ts';
import type { OverviewRowsProps } from '../props.ts';
import { PERIOD_WORDS, TABLE_WORDS } from '../words.ts';
import { COLUMNS, TargetRows } from './rows.tsx';

interface TableProps extends OverviewRowsProps {
  /** The indicators that are shown. */
  readonly results: readonly IndicatorResult[];
}

export function TargetTable(props: TableProps) {
  const { plan, summary, basis, results } = props;
  const visible = new Set(results.map(({ target }) => target));
  const { sections, targets, term } = plan.resolution;
  return (
    <table class="targets">
      <caption class="visually-hidden">
        {TABLE_WORDS.caption(periodName(summary.period, term.baseline), PERIOD_WORDS.basisNote[basis])}
      </caption>
      <TableHead />
      {sections
        .filter(({ id }) => targets.some((one) => one.section === id && visible.has(one.number)))
        .map((section) => (
          <Fragment key={section.id}>
            <tbody class="section">
              <tr>
                <th colspan={COLUMNS} scope="rowgroup">
                  <h2>{section.label}</h2>
                </th>
              </tr>
            </tbody>
            {targets
              .filter((target) => target.section === section.id && visible.has(target.number))
              .map((target) => (
                <TargetRows key={target.number} {...props} target={target} />
              ))}
          </Fragment>
        ))}
    </table>
  );
}

function TableHead() {
  const heads = ['number', 'indicator', 'goal', 'value', 'against', 'chart', 'verdict', 'coverage'] as const;
  return (
    <thead>
      <tr>
        {heads.map((head) => (
          <th key={head} class={`head-${head}`} scope="col">
            {TABLE_WORDS[head]}
          </th>
        ))}
      </tr>
    </thead>
  );
}
