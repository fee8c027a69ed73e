/** Chooses what the opened sidebar shows: a copy's notice, set-up, or the field with all that belongs to it. */
import { SYNC_WORDS } from '../words.ts';
import { AgendaList } from './agenda.tsx';
import type { AppProps } from './app-props.ts';
import { Legend } from './cell-states.tsx';
import { ConflictPanel } from './conflict.tsx';
import { DisplacedPanel } from './displaced.tsx';
import { Effects } from './effects.tsx';
import { Field } from './field.tsx';
import { Head } from './head.tsx';
import { KeepPanel } from './keep.tsx';
import { Notices } from './notices.tsx';
import { SetUpPanel } from './set-up.tsx';
import { SubmitBar } from './submit.tsx';

export function App(props: AppProps) {
  const workbook = props.store.parts.workbook.value;
  if (workbook === null) return null;
  if (workbook.unit === null && workbook.copyOf !== null) return <Copied />;
  if (workbook.unit === null) return <SetUpPanel {...props} />;
  return (
    <div class="sidebar">
      <Head {...props} />
      <main class="body">
        <Main {...props} />
      </main>
      <footer class="foot">
        <Notices {...props} />
        <SubmitBar {...props} />
      </footer>
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

/** A list stands here only when the person opened it: nothing takes the field away from under typing fingers. */
function Main(props: AppProps) {
  const { panel, conflicts } = props.store.parts;
  const period = props.store.period.value;
  const conflict = conflicts.value.find((one) => one.period === period);
  if (panel.value === 'conflict' && conflict !== undefined) {
    return <ConflictPanel {...props} conflict={conflict} key={conflict.revision} />;
  }
  if (panel.value === 'displaced') return <DisplacedPanel {...props} />;
  if (panel.value === 'keep') return <KeepPanel {...props} key={period} />;
  return (
    <>
      <Field {...props} />
      <Effects {...props} />
      <AgendaList {...props} />
      <Legend />
    </>
  );
}
