/** `GET /ledger`: whether the history holds, as of the last night and, if asked, of now; and what to keep outside of the service. */
import type { Health, LedgerVerdict } from '../../shared/service-wire.ts';
import { Layout } from './layout.tsx';
import type { PageProps } from './props.ts';
import { fullMomentText, momentText } from './times.ts';
import { LEDGER_WORDS } from './words.ts';

export interface LedgerProps extends PageProps {
  readonly head: { readonly index: number; readonly hash: string; readonly signature: string | null };
  /** Null before the first night. */
  readonly lastCheck: Health['lastCheck'];
  /** Null where it was not asked for. */
  readonly verdict: LedgerVerdict | null;
  /** PEM; null where the deployment has no key. */
  readonly publicKey: string | null;
}

export function LedgerPage({ plan, head, lastCheck, verdict, publicKey, me, now, sample }: LedgerProps) {
  return (
    <Layout title={LEDGER_WORDS.title} commune={plan.resolution.commune} sample={sample} me={me} here="ledger">
      <h1>{LEDGER_WORDS.title}</h1>
      <p>{LEDGER_WORDS.what}</p>
      <dl class="facts">
        <dt>{LEDGER_WORDS.entries}</dt>
        <dd>{head.index}</dd>
        <dt>{LEDGER_WORDS.hash}</dt>
        <dd class="address">{head.hash}</dd>
        <dt>{LEDGER_WORDS.signed}</dt>
        <dd class="address">{head.signature ?? LEDGER_WORDS.unsigned}</dd>
        <dt>{LEDGER_WORDS.lastCheck}</dt>
        <dd>{lastCheck === null ? LEDGER_WORDS.noCheck : checkText(lastCheck, now)}</dd>
      </dl>
      {verdict === null ? null : (
        <p class={verdict.ok ? 'notice' : 'form-problem'} role="status">
          {verdictText(verdict, now)}
        </p>
      )}
      <form method="get" action="/ledger">
        <input type="hidden" name="verify" value="1" />
        <button type="submit">{LEDGER_WORDS.verify}</button>
      </form>
      <section aria-labelledby="keep">
        <h2 id="keep">{LEDGER_WORDS.keep}</h2>
        <p>{LEDGER_WORDS.keepWhat}</p>
        <ul class="notes-list">
          <li>
            <a href="/api/checkpoint" download="checkpoint.json">
              {LEDGER_WORDS.checkpoint}
            </a>
          </li>
          <li>
            <a href="/api/checkpoints" download="checkpoints.ndjson">
              {LEDGER_WORDS.checkpoints}
            </a>
          </li>
          <li>
            <a href="/api/ledger" download="ledger.ndjson">
              {LEDGER_WORDS.ledger}
            </a>
          </li>
        </ul>
        <h3>{LEDGER_WORDS.publicKey}</h3>
        {publicKey === null ? (
          <p>{LEDGER_WORDS.noKey}</p>
        ) : (
          <pre class="scroll" tabindex={0}>
            {publicKey}
          </pre>
        )}
      </section>
    </Layout>
  );
}

function checkText({ at, ok, what }: NonNullable<Health['lastCheck']>, now: string): string {
  const moment = momentText(at, now);
  return ok ? LEDGER_WORDS.checkedWell(moment) : LEDGER_WORDS.checkedBadly(moment, what.length);
}

function verdictText({ ok, entries, firstBad }: LedgerVerdict, now: string): string {
  const moment = fullMomentText(now);
  if (ok) return LEDGER_WORDS.holds(entries, moment);
  return LEDGER_WORDS.broken(firstBad?.index ?? 0, LEDGER_WORDS.why[firstBad?.why ?? 'form'], moment);
}
