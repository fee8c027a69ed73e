/** The way through the dialog: the unit, each tab with what is to look at in it, the end. */

import { Sign } from '../../page/sign.tsx';
import type { TabProposal } from '../match/propose.ts';
import type { Step } from '../store.ts';
import { FINISH_WORDS, LINK_WORDS, LINKED_WORDS, NAV_WORDS, UNIT_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { otherTabs, stepsOf } from './steps.ts';

export function Navigation(props: AppProps) {
  const { store } = props;
  const others = otherTabs(store);
  return (
    <header class="nav">
      {/* The platform writes it above the dialog. */}
      <h1 class="unseen">{LINK_WORDS.title}</h1>
      <nav aria-label={LINK_WORDS.steps}>
        <ol>
          {stepsOf(store).map((step) => (
            <li key={step}>
              <StepButton {...props} step={step} />
            </li>
          ))}
        </ol>
        {others.length > 0 && store.unit.value !== null && (
          <details open={others.some(({ tab }) => tab.id === store.step.value)}>
            <summary>{NAV_WORDS.others}</summary>
            <ul>
              {others.map(({ tab }) => (
                <li key={tab.id}>
                  <StepButton {...props} step={tab.id} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </nav>
    </header>
  );
}

function StepButton({ store, actions, step }: AppProps & { readonly step: Step }) {
  const proposal = store.proposals.value.find(({ tab }) => tab.id === step);
  return (
    <button
      type="button"
      class="step"
      aria-current={store.step.value === step ? 'step' : undefined}
      onClick={() => actions.go(step)}
    >
      <span class="name">{proposal?.tab.name ?? nameOf(step)}</span>
      {proposal !== undefined && <TabState store={store} proposal={proposal} />}
    </button>
  );
}

function nameOf(step: Step): string {
  if (step === 'linked') return LINKED_WORDS.step;
  return step === 'unit' ? UNIT_WORDS.step : FINISH_WORDS.step;
}

function TabState({ store, proposal }: Pick<AppProps, 'store'> & { readonly proposal: TabProposal }) {
  const found = store.survey.value.tabs.get(proposal.tab.id);
  const open = (found?.openRows.length ?? 0) + (found?.openColumns.length ?? 0);
  return (
    <span class="tab-state">
      {proposal.tab.hidden && <span>{NAV_WORDS.hidden} · </span>}
      <span>{NAV_WORDS.rows(found?.linkedRows ?? 0)}</span>
      {open > 0 && (
        <span class="unsure">
          {' · '}
          <Sign name="bang" size={12} /> {NAV_WORDS.toLook(open)}
        </span>
      )}
    </span>
  );
}
