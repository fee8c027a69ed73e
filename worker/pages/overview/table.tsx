/** All targets in the resolution's sections and order: one table, so that the columns are the same everywhere and on paper. */
import { Fragment } from 'hono/jsx';
import type { AuditFinding } from '../../../shared/audit.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { Basis, Summary } from '../../../shared/wire.ts';
import { periodName } from '../../../shared/words.ts';
import { PERIOD_WORDS, TABLE_WORDS } from '../words.ts';
import { COLUMNS, TargetRows } from './rows.tsx';

interface TableProps {
  readonly plan: Plan;
  readonly summary: Summary;
  readonly basis: Basis;
  readonly audit: readonly AuditFinding[];
}

export function TargetTable({ plan, summary, basis, audit }: TableProps) {
  const { sections, targets, term } = plan.resolution;
  return (
    <table class="targets">
      <caption class="visually-hidden">
        {TABLE_WORDS.caption(periodName(summary.period, term.baseline), PERIOD_WORDS.basisNote[basis])}
      </caption>
      <TableHead />
      {sections.map((section) => (
        <Fragment key={section.id}>
          <tbody class="section">
            <tr>
              <th colspan={COLUMNS} scope="rowgroup">
                <h2>{section.label}</h2>
              </th>
            </tr>
          </tbody>
          {targets
            .filter((target) => target.section === section.id)
            .map((target) => (
              <TargetRows key={target.number} plan={plan} summary={summary} audit={audit} target={target} />
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
