/** What the overview shows of its targets. The same for everybody, all day long: it may be kept. */
import type { OverviewRowsProps } from '../props.ts';
import { filtered } from './filter.ts';
import { FilterNote } from './filter-note.tsx';
import { TargetTable } from './table.tsx';

export function OverviewRows(props: OverviewRowsProps) {
  const { plan, summary, basis, filter } = props;
  const left = filtered(plan, filter, summary.indicators);
  return (
    <>
      <FilterNote
        plan={plan}
        summary={summary}
        filter={filter}
        shown={{ period: summary.period, basis }}
        left={left.length}
      />
      {left.length === 0 ? null : <TargetTable {...props} results={left} />}
    </>
  );
}
