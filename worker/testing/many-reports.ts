/** A commune with a long history, made right in its storage: through the service it would take too long. */
import { runInDurableObject } from 'cloudflare:test';
import { contentHashOf } from '../canonical.ts';
import { ledgerOf } from '../store/ledger.ts';
import { revisionStore } from '../store/revisions.ts';
import { settingStore } from '../store/settings.ts';
import { transactionsOf } from '../store/transaction.ts';
import { commune, fullValues, plan, REPORTER } from './client.ts';

/** So many entries, each of a whole report: every unit and period in turn, and every time another value. */
export async function reportManyTimes(entries: number): Promise<void> {
  const places = plan.units.flatMap(({ id }) => plan.periods.map((period) => ({ unit: id, period })));
  await runInDurableObject(commune(), (_, { storage }) => {
    const { sql } = storage;
    const [ledger, revisions, settings] = [ledgerOf(sql), revisionStore(sql), settingStore(sql)];
    transactionsOf(storage)(() => {
      for (let made = 0; made < entries; made += 1) {
        const place = places[made % places.length];
        if (place === undefined) throw new Error('no place to report for');
        const { unit, period } = place;
        const revision = Math.floor(made / places.length) + 1;
        const [first = ''] = Object.keys(fullValues(unit));
        const values = { ...fullValues(unit), [first]: made / 4 };
        const content = { values, reasons: {}, contentHash: contentHashOf(values, {}) };
        const at = new Date(Date.UTC(2026, 0, 1) + made * 60_000).toISOString();
        const sheet = `sheet-${unit}`;
        const bindsSheet = settings.sheetOf(unit) === undefined;
        const report = { unit, period, revision, state: 'draft' as const, sheet, ...content };
        const via = { via: 'person', editors: null, sources: {}, bindsSheet };
        const { index } = ledger.append({ kind: 'report', ...report, ...via }, REPORTER, at);
        revisions.append({ ...report, at, by: REPORTER, reason: null, ledgerIndex: index });
        if (bindsSheet) settings.bindSheet(unit, sheet, at);
      }
    });
  });
}
