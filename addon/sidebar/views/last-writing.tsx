/** What the sidebar wrote last, and the way back. Its line is always there: before anything is written it names the keys. */
import { formatValue } from '../../../shared/display.ts';
import type { Writing } from '../../rpc.ts';
import type { LastWriting } from '../model/state.ts';
import { FIELD_WORDS, LAST_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { focusField } from './focus.ts';

export function LastWritingLine({ store, actions }: AppProps) {
  const last = store.parts.last.value;
  if (last.kind === 'none') return <p class="last">{FIELD_WORDS.keys}</p>;
  const words = wordsOf(store, last);
  const canUndo = last.kind === 'writing' || last.kind === 'written' || last.kind === 'undo-failed';
  return (
    <p class="last">
      <span role="status" title={words}>
        {words}
      </span>
      {canUndo && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            void actions.undo();
            focusField();
          }}
        >
          {LAST_WORDS.undo}
        </button>
      )}
    </p>
  );
}

function wordsOf(store: AppProps['store'], last: Exclude<LastWriting, { kind: 'none' }>): string {
  switch (last.kind) {
    case 'writing':
      return LAST_WORDS.writing(store.plan.inputById.get(last.cell.input)?.short ?? '');
    case 'undoing':
      return LAST_WORDS.undoing;
    case 'undo-failed':
      return LAST_WORDS.failed;
    case 'undone':
      return last.left.length === 0 ? LAST_WORDS.undone : LAST_WORDS.undoneBut(last.left.length);
    case 'not-written':
      return LAST_WORDS.left(last.left.length);
    case 'written': {
      const left = last.left.length === 0 ? '' : ` ${LAST_WORDS.left(last.left.length)}`;
      return `${writtenWords(store, last.writing)}${left}`;
    }
  }
}

function writtenWords({ plan }: AppProps['store'], { cells }: Writing): string {
  const [only, ...others] = cells;
  if (only === undefined || others.length > 0) return LAST_WORDS.written(LAST_WORDS.cells(cells.length));
  const input = plan.inputById.get(only.input);
  const name = input?.short ?? only.input;
  if (only.wrote === null) return LAST_WORDS.cleared(name);
  return LAST_WORDS.written(LAST_WORDS.cell(name, formatValue(only.wrote, input?.unit ?? '')));
}
