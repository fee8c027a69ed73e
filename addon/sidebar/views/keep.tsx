/** The levels that could stay as they were: each with its value, none chosen in advance. */

import { useState } from 'preact/hooks';
import { formatValue } from '../../../shared/display.ts';
import { periodName } from '../../../shared/words.ts';
import { KEEP_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { focusField } from './focus.ts';
import { Panel } from './panel.tsx';

export function KeepPanel({ store, actions }: AppProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { plan } = store;
  const keeping = store.parts.keeping.value;
  const list = store.keepable.value;
  const taken = list.filter(({ input }) => chosen.has(input.id));
  const previous = plan.periods[plan.periods.indexOf(store.period.value ?? '2025-Q4') - 1];
  const sending = keeping.kind === 'sending';
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const write = async (): Promise<void> => {
    await actions.keep(Object.fromEntries(taken.map(({ input, value }) => [input.id, value])));
    if (store.parts.panel.peek() === 'field') focusField();
  };
  return (
    <Panel actions={actions} heading={KEEP_WORDS.heading}>
      <p>
        {list.length === 0 || previous === undefined
          ? KEEP_WORDS.nothing
          : KEEP_WORDS.why(periodName(previous, plan.periods[0]))}
      </p>
      <div class="options">
        <button type="button" onClick={() => setChosen(new Set(list.map(({ input }) => input.id)))}>
          {KEEP_WORDS.all}
        </button>
        <button type="button" onClick={() => setChosen(new Set())}>
          {KEEP_WORDS.none}
        </button>
      </div>
      <ul class="keep">
        {list.map(({ input, value }) => (
          <li key={input.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(input.id)}
                disabled={sending}
                onChange={() => toggle(input.id)}
              />
              <span>{input.short}</span>
              <strong>{formatValue(value, input.unit)}</strong>
            </label>
          </li>
        ))}
      </ul>
      <p class="hint">{KEEP_WORDS.after}</p>
      {keeping.kind === 'failed' && (
        <p class="bad" role="alert">
          {KEEP_WORDS.failed(keeping.message)}
        </p>
      )}
      <button
        type="button"
        class="action"
        aria-disabled={taken.length === 0 || sending}
        onClick={() => {
          if (taken.length > 0 && !sending) void write();
        }}
      >
        {sending ? KEEP_WORDS.writing : KEEP_WORDS.write(taken.length)}
      </button>
    </Panel>
  );
}
