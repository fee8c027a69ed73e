/** Links, or says what is still in the way. */
import type { Store } from '../store.ts';
import { FINISH_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { isLinked } from './steps.ts';

export function LinkButton({ store, actions }: AppProps) {
  const blocked = blockedBy(store);
  const sending = store.sending.value;
  const failed = sending.kind === 'failed' && sending.what === 'link' ? sending.message : null;
  return (
    <div class="link-it">
      {failed !== null && (
        <p class="notice bad" role="alert">
          {FINISH_WORDS.failed(failed)} {FINISH_WORDS.unchanged}
        </p>
      )}
      <button
        type="button"
        class="action"
        aria-disabled={blocked !== null}
        aria-describedby="link-state"
        onClick={() => {
          if (blocked === null) void actions.link();
        }}
      >
        {isLinked(store) ? FINISH_WORDS.linkAgain : FINISH_WORDS.link}
      </button>
      <span id="link-state" class="hint" role="status">
        {blocked === null ? '' : FINISH_WORDS.blocked[blocked]}
      </span>
    </div>
  );
}

function blockedBy({ survey, answers }: Store): keyof typeof FINISH_WORDS.blocked | null {
  const { conflicts, tabs } = survey.value;
  const found = [...tabs.values()];
  if (conflicts.length > 0) return 'conflicts';
  if (!found.some(({ linkedRows, linkedColumns }) => linkedRows > 0 && linkedColumns > 0)) return 'nothing';
  if (found.some(({ openRows, openColumns }) => openRows.length + openColumns.length > 0)) return 'open';
  return answers.value === null ? 'answers' : null;
}
