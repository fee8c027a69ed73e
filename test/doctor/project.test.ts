/** What the doctor says of the project's own files, and of what a deployed Worker answers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { online } from '../../scripts/doctor/online.ts';
import { project } from '../../scripts/doctor/project.ts';
import { compatibilityDate } from '../../scripts/doctor/wrangler-toml.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const WRANGLER = read('wrangler.toml');
const RESOLUTION = { name: 'resolution.json', text: read('shared/resolution/chieng-mung-2025.json') };
const TODAY = '2026-11-26';

const states = (wrangler: string, resolution = RESOLUTION) =>
  project({ resolution, wrangler }, TODAY).findings.map(({ state, what }) => `${state} ${what}`);

describe('the project’s files', () => {
  test('are well as they are given', () => {
    expect(states(WRANGLER).every((line) => line.startsWith('ok'))).toBe(true);
  });

  test.each([
    [
      'a resolution that is none',
      WRANGLER,
      { ...RESOLUTION, text: '{' },
      'missing Tệp nghị quyết có lỗi: resolution.json:1',
    ],
    [
      'a date that has not come',
      WRANGLER.replace('2026-11-01', '2027-01-01'),
      RESOLUTION,
      'missing wrangler.toml: compatibility_date 2027-01-01',
    ],
    ['no date', WRANGLER.replace('compatibility_date', 'date'), RESOLUTION, 'missing wrangler.toml không có'],
    [
      'local mode',
      WRANGLER.replace('SAMPLE = "0"', 'SAMPLE = "0"\nLOCAL = "1"'),
      RESOLUTION,
      'missing wrangler.toml đặt LOCAL',
    ],
    [
      'an office’s own words in it',
      WRANGLER.replace('FIRST_ADMIN = ""', 'FIRST_ADMIN = "a@b.vn"'),
      RESOLUTION,
      'note wrangler.toml đã sửa: FIRST_ADMIN',
    ],
  ])('%s is said', (_, wrangler, resolution, said) => {
    expect(states(wrangler, resolution)).toEqual(expect.arrayContaining([expect.stringContaining(said)]));
  });

  test('name one compatibility date, for what is deployed, what runs here and what the tests run', () => {
    const date = `compatibilityDate: '${compatibilityDate(WRANGLER)}'`;
    expect(read('scripts/run/workerd.ts')).toContain(date);
    expect(read('worker/vitest.config.ts')).toContain(date);
  });
});

const OFFICE = {
  name: 'x',
  url: 'https://x.example',
  googleClient: '1-a.apps.googleusercontent.com',
  firstAdmin: 'a@b.vn',
};
const HERE = { version: '0.1.0', resolution: { id: 'chieng-mung-2025', version: 1 } };
const HEALTH = { ok: true, version: '0.1.0', storage: 'ok', resolution: HERE.resolution, ledger: 7, lastCheck: null };
const CHECK = { at: '2026-11-25T19:00:00.000Z', ok: true, what: [] };
const START = `https://accounts.google.com/o/oauth2/v2/auth?client_id=${OFFICE.googleClient}&redirect_uri=${encodeURIComponent('https://x.example/sign-in/callback')}`;

interface Answers {
  readonly health?: () => Response;
  readonly start?: string | null;
  readonly keys?: number;
}

/** The Worker and Google, answered for. */
async function asked({ health = () => Response.json(HEALTH), start = START, keys = 200 }: Answers) {
  const get = async (url: string) => {
    if (url.endsWith('/healthz')) return health();
    if (url.endsWith('/sign-in/start'))
      return new Response(null, start === null ? { status: 503 } : { status: 303, headers: { location: start } });
    return new Response('{}', { status: keys });
  };
  const { findings } = await online(OFFICE, HERE, get);
  return findings.map(({ state, what }) => `${state} ${what}`);
}

describe('a deployed Worker', () => {
  test('is well where it is up, of this version, sound, and signs in at Google', async () => {
    const lines = await asked({ health: () => Response.json({ ...HEALTH, lastCheck: CHECK }) });
    expect(lines.filter((line) => !line.startsWith('ok'))).toEqual([]);
    expect(lines).toHaveLength(4);
  });

  test.each<[string, Answers, string]>([
    [
      'is silent',
      {
        health: () => {
          throw new Error('no route');
        },
      },
      'missing https://x.example không trả lời',
    ],
    [
      'is older than the data',
      { health: () => Response.json({ title: 'Máy chủ đang chạy bản cũ hơn dữ liệu' }, { status: 503 }) },
      'trả lời 503: Máy chủ đang chạy bản cũ hơn dữ liệu',
    ],
    ['is something else', { health: () => Response.json({}) }, 'missing https://x.example/healthz trả lời 200'],
    [
      'is of another version',
      { health: () => Response.json({ ...HEALTH, version: '0.0.9' }) },
      'note Máy chủ chạy bản 0.0.9',
    ],
    [
      'serves another resolution',
      { health: () => Response.json({ ...HEALTH, resolution: { id: 'suoi-mau', version: 2 } }) },
      'note Máy chủ phục vụ nghị quyết suoi-mau, bản 2',
    ],
    [
      'was found unsound at night',
      {
        health: () =>
          Response.json({ ...HEALTH, ok: false, lastCheck: { ...CHECK, ok: false, what: [{ kind: 'unreadable' }] } }),
      },
      'missing Lần kiểm tra đêm gần nhất thấy sai: unreadable',
    ],
    ['knows no issuer', { start: null }, 'missing Máy chủ chưa nhận Google'],
    [
      'has another client',
      { start: START.replace(OFFICE.googleClient, '2-b.apps.googleusercontent.com') },
      'missing Máy chủ dùng mã ứng dụng 2-b',
    ],
    [
      'comes back to another address',
      { start: START.replace('x.example', 'y.example') },
      'missing Địa chỉ quay về là https://y.example/sign-in/callback',
    ],
    ['cannot be judged where Google’s keys are out of reach', { keys: 500 }, 'note Máy này không tới được khóa'],
  ])('%s, and the doctor says so', async (_, answers, said) => {
    expect(await asked(answers)).toEqual(expect.arrayContaining([expect.stringContaining(said)]));
  });
});
