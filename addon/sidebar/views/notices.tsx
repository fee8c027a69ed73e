/** What a person must know before going on: a returned report, a copy, two accounts, trouble in sending or reading. */
import type { ComponentChildren } from 'preact';
import { timeWords } from '../model/sync-line.ts';
import { HEAD_WORDS, STATE_WORDS, SYNC_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';

export function Notices({ store, actions }: AppProps) {
  const { workbook, syncs, pending, link, ledger } = store.parts;
  const period = store.period.value;
  const sync = period === null ? undefined : syncs.value[period];
  const line = store.line.value;
  const failed = Object.values(pending.value).some((value) => value.status === 'failed');
  return (
    <>
      {workbook.value?.copyOf != null && <Notice tone="bad">{SYNC_WORDS.copyWhat}</Notice>}
      {sync?.state === 'returned' && (
        <Notice tone="warn">
          <strong>{HEAD_WORDS.returned}</strong>
          <span class="quote">{sync.returnReason ?? ''}</span>
        </Notice>
      )}
      {line.tone !== 'good' && line.detail !== '' && (
        <Notice tone={line.tone === 'bad' ? 'bad' : 'warn'}>
          {line.detail}
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
    </>
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
  return (
    <div class={`notice ${tone}`} role="status">
      {children}
    </div>
  );
}
