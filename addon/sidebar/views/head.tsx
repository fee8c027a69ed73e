/** The head: whose report of which period, where the numbers are, and how far one has come. */
import type { Period } from '../../../shared/periods.ts';
import { unitOf } from '../../../shared/plan.ts';
import { LOCKED, periodName, SAMPLE_MARK, STATE_WORDS } from '../../../shared/words.ts';
import { Sign } from '../../page/sign.tsx';
import { HEAD_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { SYNC_SIGNS } from './sign.tsx';

export function Head({ store, actions }: AppProps) {
  const workbook = store.parts.workbook.value;
  const period = store.period.value;
  const unit = unitOf(store.plan, store.unit.value ?? '')?.name ?? '';
  const line = store.line.value;
  const state = period === null ? 'none' : (store.parts.syncs.value[period]?.state ?? 'none');
  return (
    <header class="head">
      <div class="head-line">
        <h1>{unit}</h1>
        <p class={`sync ${line.tone}`} role="status" title={line.detail}>
          <Sign name={SYNC_SIGNS[line.tone]} /> <span>{line.text}</span>
          {line.detail !== '' && <span class="unseen">. {line.detail}</span>}
        </p>
      </div>
      <p class="account" title={workbook === null ? '' : HEAD_WORDS.account(workbook.account)}>
        <span class="address">
          <span class="unseen">{HEAD_WORDS.account('')}</span>
          {workbook?.account}
        </span>
        {workbook?.sample === true && <span class="mark">{SAMPLE_MARK}</span>}
      </p>
      <div class="head-line">
        <PeriodChoice store={store} actions={actions} />
        <span class="state">{store.closed.value === 'locked' ? LOCKED : STATE_WORDS[state]}</span>
      </div>
      <ProgressLine store={store} actions={actions} />
    </header>
  );
}

function PeriodChoice({ store, actions }: AppProps) {
  const { plan } = store;
  const period = store.period.value;
  const show = (value: string): void => {
    const chosen: Period | undefined = plan.periods.find((one) => one === value);
    if (chosen !== undefined) actions.showPeriod(chosen);
  };
  return (
    <select
      class="period"
      aria-label={HEAD_WORDS.period}
      value={period ?? ''}
      onChange={(event) => show(event.currentTarget.value)}
    >
      {period === null && <option value="">…</option>}
      {plan.periods.map((one) => (
        <option key={one} value={one}>
          {periodName(one, plan.periods[0])}
        </option>
      ))}
    </select>
  );
}

function ProgressLine({ store }: AppProps) {
  const { entered, expected, errors, reasons } = store.agenda.value.progress;
  const share = expected === 0 ? 0 : entered / expected;
  const open = [
    ...(errors > 0 ? [HEAD_WORDS.errors(errors)] : []),
    ...(reasons > 0 ? [HEAD_WORDS.reasons(reasons)] : []),
  ];
  return (
    <div class="head-line progress">
      <span>{HEAD_WORDS.progress(entered, expected)}</span>
      <svg class="bar" height="8" aria-hidden="true">
        <rect class="bar-ground" width="100%" height="8" rx="2" />
        <rect class="bar-done" width={`${share * 100}%`} height="8" rx="2" />
      </svg>
      <span class={errors > 0 ? 'bad' : ''}>{open.length === 0 ? HEAD_WORDS.clean : open.join(' · ')}</span>
    </div>
  );
}
