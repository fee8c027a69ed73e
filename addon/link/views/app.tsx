/** Chooses what the dialog shows: waiting, trouble, what happened, or the steps. */
import { EMPTY_WORDS, FINISH_WORDS, LINK_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { Done } from './done.tsx';
import { FinishStep } from './finish-step.tsx';
import { LinkedStep } from './linked-step.tsx';
import { Navigation } from './navigation.tsx';
import { Failed, Waiting } from './states.tsx';
import { stepsOf } from './steps.ts';
import { TabStep } from './tab-step.tsx';
import { UnitStep } from './unit-step.tsx';

export function App(props: AppProps) {
  const phase = props.store.phase.value;
  if (phase.kind === 'failed') return <Failed trouble={phase.trouble} retry={() => void props.actions.open()} />;
  if (phase.kind === 'done') return <Done {...props} what={phase.what} message={phase.message} />;
  if (phase.kind === 'opening') return <Waiting text={LINK_WORDS.opening} />;
  if (phase.kind === 'matching') return <Waiting text={LINK_WORDS.matching} />;
  if (props.store.sending.value.kind === 'linking') return <Waiting text={FINISH_WORDS.linking} />;
  return (
    <div class="dialog">
      <Navigation {...props} />
      <main class="page" key={props.store.step.value}>
        <Page {...props} />
      </main>
      <Foot {...props} />
    </div>
  );
}

function Page(props: AppProps) {
  const { step, proposals, unit } = props.store;
  const now = step.value;
  if (now === 'linked') return <LinkedStep {...props} />;
  if (now === 'unit') return <UnitStep {...props} />;
  if (now === 'finish' && proposals.value.length === 0 && unit.value !== null) return <Empty {...props} />;
  if (now === 'finish') return <FinishStep {...props} />;
  const proposal = proposals.value.find(({ tab }) => tab.id === now);
  return proposal === undefined ? null : <TabStep {...props} proposal={proposal} key={now} />;
}

function Empty({ store }: AppProps) {
  const names = store.opening.value?.tabs.map(({ name }) => name).join(', ') ?? '';
  return (
    <section class="empty">
      <h2 tabIndex={-1}>{EMPTY_WORDS.heading}</h2>
      <p>{EMPTY_WORDS.what}</p>
      <p>{EMPTY_WORDS.tabs(names)}</p>
      <p>{EMPTY_WORDS.advice}</p>
    </section>
  );
}

/** One step back, one on; the last step's own button is in its page. */
function Foot({ store, actions }: AppProps) {
  const steps = stepsOf(store);
  const at = steps.indexOf(store.step.value);
  const [before, after] = [steps[at - 1], steps[at + 1]];
  return (
    <footer class="foot">
      {before !== undefined && (
        <button type="button" class="secondary" onClick={() => actions.go(before)}>
          {LINK_WORDS.back}
        </button>
      )}
      <span class="gap" />
      {after !== undefined && (
        <button type="button" class="action" disabled={store.unit.value === null} onClick={() => actions.go(after)}>
          {LINK_WORDS.next}
        </button>
      )}
    </footer>
  );
}
