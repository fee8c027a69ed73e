import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { requireSameDesk } from '../scripts/run/same-desk.ts';
import { readSettings } from '../scripts/run/settings.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'same-desk-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('a data folder goes on with the desk port it was begun with, and names it otherwise', async () => {
  await requireSameDesk(join(folder, 'new'), 8788);
  await requireSameDesk(join(folder, 'new'), 8788);
  await expect(requireSameDesk(join(folder, 'new'), 8799)).rejects.toThrow('DESK_PORT=8788');
});

test('settings have defaults, and a wrong one is named', () => {
  expect(readSettings({})).toMatchObject({ port: 8787, deskPort: 8788, sample: true, rateBurst: '120' });
  expect(readSettings({ SAMPLE: '0', OPEN: '0', PORT: '9000' })).toMatchObject({
    port: 9000,
    sample: false,
    openBrowser: false,
  });
  expect(() => readSettings({ PORT: 'eighty' })).toThrow('PORT is “eighty”');
  expect(() => readSettings({ RATE_BURST: '0' })).toThrow('RATE_BURST');
});
