/** A workbook that belongs to no unit yet: choose the unit and have its tabs made. */
import { useState } from 'preact/hooks';
import { HEAD_WORDS, SET_UP_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';

export function SetUpPanel({ store, actions }: AppProps) {
  const [unit, setUnit] = useState('');
  const setUp = store.parts.setUp.value;
  const workbook = store.parts.workbook.value;
  const working = setUp.kind === 'working';
  return (
    <main class="alone start">
      <h1>{SET_UP_WORDS.heading}</h1>
      <p>{SET_UP_WORDS.why}</p>
      <label for="unit-choice">{SET_UP_WORDS.unit}</label>
      <select id="unit-choice" value={unit} disabled={working} onChange={(event) => setUnit(event.currentTarget.value)}>
        <option value="">{SET_UP_WORDS.choose}</option>
        {store.plan.units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button type="button" class="action" disabled={unit === '' || working} onClick={() => void actions.setUp(unit)}>
        {SET_UP_WORDS.start}
      </button>
      <p role="status">
        {working && (
          <>
            <span class="spinner" aria-hidden="true" /> {SET_UP_WORDS.working}
          </>
        )}
        {setUp.kind === 'failed' && <span class="bad">{SET_UP_WORDS.failed(setUp.message)}</span>}
      </p>
      {workbook !== null && workbook.account !== '' && <p class="hint">{HEAD_WORDS.account(workbook.account)}</p>}
    </main>
  );
}
