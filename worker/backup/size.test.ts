import { expect, test } from 'vitest';
import { fileOf, restore, rootOf, takeBackup } from '../testing/backups.ts';
import { ADMIN, askAs } from '../testing/client.ts';
import { reportManyTimes } from '../testing/many-reports.ts';
import { reset } from '../testing/reset.ts';

const ENTRIES = 5000;

test(`${ENTRIES} whole reports are saved and restored`, { timeout: 60_000 }, async () => {
  await reset();
  // Seen while nothing is told in the ledger yet, so that looking adds no entry.
  await askAs(ADMIN, '/api/me');
  await reportManyTimes(ENTRIES);
  const started = Date.now();
  const lines = await takeBackup();
  const saved = Date.now();
  const file = fileOf(lines);
  await reset();
  const from = Date.now();
  const response = await restore(file);
  const done = Date.now();
  console.log(
    `${ENTRIES} entries, ${(file.length / 1e6).toFixed(1)} MB: saved in ${saved - started} ms, restored in ${done - from} ms`,
  );
  expect(await response.json()).toMatchObject({ counts: { ledger: ENTRIES, revisions: ENTRIES }, root: rootOf(lines) });
  expect(await (await askAs(ADMIN, '/api/ledger/verify')).json()).toMatchObject({ ok: true, entries: ENTRIES });
});
