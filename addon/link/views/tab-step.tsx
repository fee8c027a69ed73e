/** One tab: its columns, then its rows. */
import type { TabProposal } from '../match/propose.ts';
import { TAB_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { ColumnsTable } from './columns-table.tsx';
import { RowsTable } from './rows-table.tsx';
import { StepHeading } from './step-heading.tsx';

export interface TabProps extends AppProps {
  readonly proposal: TabProposal;
}

export function TabStep(props: TabProps) {
  const { proposal, store, actions } = props;
  const { id, name, hidden } = proposal.tab;
  const found = store.survey.value.tabs.get(id);
  const open = { rows: found?.openRows ?? [], columns: found?.openColumns ?? [] };
  const count = open.rows.length + open.columns.length;
  return (
    <section class="tab">
      <StepHeading>{name}</StepHeading>
      <p>{proposal.offered ? TAB_WORDS.lead : TAB_WORDS.notOffered}</p>
      {hidden && <p class="notice warn">{TAB_WORDS.hiddenTab}</p>}
      {count > 0 && (
        <p>
          <button type="button" class="secondary" onClick={() => actions.confirm(id, open)}>
            {TAB_WORDS.allRight(count)}
          </button>
        </p>
      )}
      <ColumnsTable {...props} />
      <RowsTable {...props} />
    </section>
  );
}
