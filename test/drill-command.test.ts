/** `npm run drill`: a backup as a running service gives it, restored for practice; and damaged ones, refused with the service's own words. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drill } from '../scripts/drill/drill.ts';
import { inRoot } from '../scripts/root.ts';
import { signedIn } from '../scripts/run/api.ts';
import { startIssuer } from '../scripts/run/issuer.ts';
import { ledgerKey } from '../scripts/run/ledger-key.ts';
import { startWorker } from '../scripts/run/local-worker.ts';
import { inviteDemoPeople } from '../scripts/run/people.ts';
import { freePort } from '../scripts/run/ports.ts';
import { FIRST_ADMIN } from '../scripts/run/workerd.ts';

const folder = mkdtempSync(join(tmpdir(), 'drill-test-'));
const file = join(folder, 'backup.ndjson');
afterAll(() => rmSync(folder, { recursive: true }));

/** A commune with its people and one report, saved as its admin would. */
beforeAll(async () => {
  const port = await freePort();
  const workerOrigin = `http://127.0.0.1:${port}`;
  const desk = await startIssuer(folder);
  const options = { port, issuer: desk.origin, dataDir: folder, rateBurst: '120', ratePerSecond: '10', sample: false };
  const worker = await startWorker({ ...options, ledgerKey: await ledgerKey(folder) }, () => undefined);
  const admin = await signedIn(workerOrigin, desk.origin, FIRST_ADMIN);
  await inviteDemoPeople(admin);
  const reporter = await signedIn(workerOrigin, desk.origin, 'reporter.muong-bang@demo.test');
  await reporter.put(
    '/api/reports/muong-bang/2026-Q2',
    { state: 'draft', sheet: 'sheet', values: { revenue: 1 } },
    null,
  );
  writeFileSync(file, await (await admin.get('/api/backup')).text());
  await worker.close();
  await desk.close();
}, 60_000);

/** A copy of the file with something done to it. */
function spoiled(spoil: (text: string) => string): string {
  const copy = join(folder, 'spoiled.ndjson');
  writeFileSync(copy, spoil(readFileSync(file, 'utf8')));
  return copy;
}

describe('npm run drill', () => {
  test('says of a good backup what is in it, and that it came back whole', () => {
    const { status, stdout } = spawnSync(process.execPath, [inRoot('scripts/drill.ts'), file], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('khôi phục được trọn vẹn') });
    expect(stdout).toMatch(/sổ ghi \d+ việc, 1 bản báo cáo, 7 người dùng/);
  });

  test.each<[string, (text: string) => string, string]>([
    ['a figure changed', (text) => text.replace('\\"revenue\\":1', '\\"revenue\\":2'), 'Tệp sao lưu đã bị thay đổi'],
    ['another commune’s', (text) => text.replace('chieng-mung-2025', 'suoi-mau-2027'), 'Tệp sao lưu của nơi khác'],
  ])('says of one with %s why it cannot be restored', async (_, spoil, why) => {
    expect(await drill(spoiled(spoil))).toMatchObject({ code: 1, lines: [expect.stringContaining(why)] });
  });

  test('says how it is asked, and which file is not there', () => {
    const asked = (...args: string[]) =>
      spawnSync(process.execPath, [inRoot('scripts/drill.ts'), ...args], { encoding: 'utf8' });
    expect(asked()).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run drill -- ') });
    expect(asked('not-there.ndjson')).toMatchObject({ status: 2, stderr: expect.stringContaining('not-there.ndjson') });
  });
});
