/**
 * What a person must know: a conflict, a returned report, a copy, two accounts, trouble in sending or reading. They stand at the foot, so
 * that the field stays where it is when one comes.
 */
import type { ComponentChildren } from 'preact';
import { timeWords } from '../model/sync-line.ts';
import { CONFLICT_WORDS, DISPLACED_WORDS, HEAD_WORDS, STATE_WORDS, SYNC_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';

export function Notices({ store, actions }: AppProps) {
  const { workbook, syncs, pending, link, ledger, conflicts, panel } = store.parts;
  const period = store.period.value;
  const sync = period === null ? undefined : syncs.value[period];
  const line = store.line.value;
  const failed = Object.values(pending.value).some((value) => value.status === 'failed');
  const conflict = panel.value === 'conflict' ? undefined : conflicts.value.find((one) => one.period === period);
  return (
    <section class="notices" aria-live="polite" aria-label={SYNC_WORDS.notices}>
      {conflict !== undefined && (
        <Notice tone="bad">
          {CONFLICT_WORDS.notice(conflict.by, conflict.differences.length)}{' '}
          <button type="button" class="plain" onClick={() => actions.show('conflict')}>
            {CONFLICT_WORDS.choose}
          </button>
        </Notice>
      )}
      {workbook.value?.copyOf != null && <Notice tone="bad">{SYNC_WORDS.copyWhat}</Notice>}
      {(sync?.state === 'returned' || sync?.returnReason != null) && (
        <Notice tone="warn">
          <strong>{HEAD_WORDS.returned}</strong>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long words scroll, and the keyboard must come to them */}
          <p class="quote" tabIndex={0}>
            {sync.returnReason ?? ''}
          </p>
        </Notice>
      )}
      {line.tone !== 'good' && line.detail !== '' && conflict === undefined && (
        <Notice tone={line.tone === 'bad' ? 'bad' : 'warn'}>
          {line.detail}
          {sync?.trouble?.code === 'layout' && panel.value !== 'displaced' && (
            <button type="button" class="plain" onClick={() => void actions.showDisplaced()}>
              {DISPLACED_WORDS.see}
            </button>
          )}
          {failed && (
            <button type="button" class="plain" onClick={actions.retryWrites}>
              {STATE_WORDS.retryWrites}
            </button>
          )}
        </Notice>
      )}
      {ledger.value !== null && (
        <Notice tone="bad">
          {HEAD_WORDS.otherLedger(ledger.value.was, ledger.value.is, timeWords(ledger.value.at, store.now.value))}
          <button type="button" class="plain" onClick={actions.ledgerSeen}>
            {HEAD_WORDS.otherLedgerSeen}
          </button>
        </Notice>
      )}
      <AccountNotice store={store} actions={actions} />
      {link.value.kind === 'down' && <Notice tone="quiet">{HEAD_WORDS.linkDown[link.value.why]}</Notice>}
    </section>
  );
}

function AccountNotice({ store }: AppProps) {
  const workbook = store.parts.workbook.value;
  const tokenAccount = store.parts.tokenAccount.value;
  if (workbook === null || workbook.account === '' || tokenAccount === null) return null;
  if (workbook.account.toLowerCase() === tokenAccount.toLowerCase()) return null;
  return <Notice tone="bad">{HEAD_WORDS.accountDiffers(workbook.account, tokenAccount)}</Notice>;
}

function Notice({ tone, children }: { readonly tone: 'bad' | 'warn' | 'quiet'; readonly children: ComponentChildren }) {
  return <div class={`notice ${tone}`}>{children}</div>;
}
