/** What the last check of a submission read and compared, and what is still open in other periods. */
import { formatNumber } from '../../../shared/number-format.ts';
import { periodName } from '../../../shared/words.ts';
import type { OpenElsewhere, SubmitCheck } from '../../rpc.ts';
import { SUBMIT_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { focusField } from './focus.ts';

interface CheckedProps extends AppProps {
  readonly check: SubmitCheck;
}

export function Checked({ store, actions, check }: CheckedProps) {
  const { tabs, cells, values, alike, elsewhere } = check;
  const { plan } = store;
  return (
    <div class="finding done" role="status">
      <div>
        <p>
          <strong>{SUBMIT_WORDS.submitted}</strong> {SUBMIT_WORDS.checked(tabs, formatNumber(cells))}{' '}
          {alike === null ? SUBMIT_WORDS.notCompared : SUBMIT_WORDS.alike(alike, values)}
        </p>
        {elsewhere.length > 0 && <p>{SUBMIT_WORDS.elsewhere}</p>}
        {elsewhere.map((open) => (
          <button
            key={open.period}
            type="button"
            class="plain"
            onClick={() => {
              actions.showPeriod(open.period);
              focusField();
            }}
          >
            {SUBMIT_WORDS.openIn(periodName(open.period, plan.periods[0]), whatIsOpen(open))}
          </button>
        ))}
      </div>
    </div>
  );
}

function whatIsOpen({ unsent, errors, conflict }: OpenElsewhere): string {
  return [
    ...(unsent > 0 ? [SUBMIT_WORDS.unsent(unsent)] : []),
    ...(errors > 0 ? [SUBMIT_WORDS.errors(errors)] : []),
    ...(conflict ? [SUBMIT_WORDS.conflicting] : []),
  ].join(', ');
}
