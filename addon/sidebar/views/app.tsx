/** Chooses what the sidebar shows: opening, trouble, set-up, or the field with all that belongs to it. */
import { SYNC_WORDS } from '../words.ts';
import { AgendaList } from './agenda.tsx';
import type { AppProps } from './app-props.ts';
import { ConflictPanel } from './conflict.tsx';
import { Effects } from './effects.tsx';
import { Field } from './field.tsx';
import { Head } from './head.tsx';
import { Notices } from './notices.tsx';
import { Opening, OpeningFailed } from './opening.tsx';
import { SetUpPanel } from './set-up.tsx';
import { SubmitBar } from './submit.tsx';

export function App(props: AppProps) {
  const { phase: phaseNow, workbook: workbookNow } = props.store.parts;
  const phase = phaseNow.value;
  const workbook = workbookNow.value;
  if (phase.kind === 'failed') return <OpeningFailed trouble={phase.trouble} retry={() => void props.actions.open()} />;
  if (phase.kind === 'opening' || workbook === null) return <Opening />;
  if (workbook.unit === null && workbook.copyOf !== null) return <Copied />;
  if (workbook.unit === null) return <SetUpPanel {...props} />;
  return (
    <div class="sidebar">
      <Head {...props} />
      <main class="body">
        <Notices {...props} />
        <Main {...props} />
      </main>
      <SubmitBar {...props} />
    </div>
  );
}

/** A copy that is bound to no unit: setting it up would make a second workbook for one. */
function Copied() {
  return (
    <main class="alone">
      <h1>{SYNC_WORDS.copy}</h1>
      <p>{SYNC_WORDS.copyWhat}</p>
    </main>
  );
}

/** A conflict is settled before anything else is typed: it decides which numbers the rest is about. */
function Main(props: AppProps) {
  const period = props.store.period.value;
  const conflict = props.store.parts.conflicts.value.find((one) => one.period === period);
  if (conflict !== undefined) return <ConflictPanel {...props} conflict={conflict} key={conflict.at} />;
  return (
    <>
      <Field {...props} />
      <Effects {...props} />
      <AgendaList {...props} />
    </>
  );
}
