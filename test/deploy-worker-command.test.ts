/** `npm run deploy:worker` and `npm run ledger-key`: what they check before Cloudflare is asked, with the real wrangler and nobody signed in. */
import { spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readWorkerRequest } from '../scripts/deploy/worker-request.ts';
import { deployArguments, varsOf, type WorkerSettings } from '../scripts/deploy/worker-settings.ts';
import { IssuersSchema, issuerNamed } from '../worker/auth/issuers.ts';

const folder = mkdtempSync(join(tmpdir(), 'deploy-worker-'));
const deployments = join(folder, 'deployments');
const settings = join(deployments, 'worker.json');
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => rmSync(deployments, { recursive: true, force: true }));

const CLIENT = '123456-abc.apps.googleusercontent.com';
const GIVEN = ['--google-client', CLIENT, '--first-admin', 'quan-tri@xa.example'];
const ON_WORKERS_DEV = ['--url', 'https://chi-tieu.xa-thu.workers.dev', ...GIVEN];
const OFFICE: WorkerSettings = {
  name: 'chi-tieu',
  url: 'https://chi-tieu.xa.example',
  googleClient: CLIENT,
  firstAdmin: 'quan-tri@xa.example',
};

function run(script: string, ...args: readonly string[]) {
  const { CLOUDFLARE_API_TOKEN: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('scripts', script), ...args], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
    env: { ...env, DEPLOYMENTS: deployments, HOME: folder, XDG_CONFIG_HOME: join(folder, '.config') },
  });
  return { status, said: stdout + stderr };
}

describe('deploy:worker', () => {
  test.each([
    [[], 'Cách dùng: npm run deploy:worker'],
    [['--what'], 'Cách dùng: npm run deploy:worker'],
    [GIVEN, 'Thiếu --url'],
    [['--url', 'https://a.b.workers.dev'], 'Thiếu --google-client'],
    [['--url', 'http://127.0.0.1:8787', ...GIVEN], '--url http://127.0.0.1:8787: không phải địa chỉ https'],
    [['--url', 'https://a.example/x', ...GIVEN], 'chỉ ghi địa chỉ: https://a.example'],
    [['--url', 'https://a.example', '--google-client', 'x', '--first-admin', 'a@b.vn'], '--google-client x'],
    [['--url', 'https://a.example', '--google-client', CLIENT, '--first-admin', 'nobody'], '--first-admin nobody'],
    [['--url', 'https://a.example', ...GIVEN, '--name', 'Xã'], '--name Xã'],
    [[...ON_WORKERS_DEV, '--name', 'khac'], 'ở đây là chi-tieu; bỏ --name đi'],
  ])('%j is refused', (args, said) => {
    vi.stubEnv('DEPLOYMENTS', deployments);
    const asked = readWorkerRequest(args);
    vi.unstubAllEnvs();
    expect(asked.ok ? [] : asked.faults).toEqual(expect.arrayContaining([expect.stringContaining(said)]));
  });

  test('that was not asked rightly ends with 2, and says how', () => {
    expect(run('deploy-worker.ts')).toMatchObject({ status: 2, said: expect.stringContaining('Cách dùng') });
  });

  test('--check has wrangler bundle it and read the settings, says that nobody is signed in, and remembers nothing', () => {
    const { status, said } = run('deploy-worker.ts', ...ON_WORKERS_DEV, '--check');
    expect({ status, said }).toEqual({ status: 1, said: expect.stringContaining('Worker chi-tieu sẵn sàng') });
    expect(said).toContain('Chưa đăng nhập Cloudflare');
    expect(existsSync(settings)).toBe(false);
  });

  test('does not begin while nobody is signed in, and says what to do', () => {
    const { status, said } = run('deploy-worker.ts', ...ON_WORKERS_DEV);
    expect({ status, said }).toEqual({ status: 1, said: expect.stringContaining('npx wrangler login') });
    expect(existsSync(settings)).toBe(false);
  });

  test('what was deployed with once need not be said again, and a part of it can be', () => {
    mkdirSync(deployments);
    writeFileSync(settings, JSON.stringify(OFFICE));
    vi.stubEnv('DEPLOYMENTS', deployments);
    const asked = [readWorkerRequest([]), readWorkerRequest(['--first-admin', 'khac@xa.example'])];
    vi.unstubAllEnvs();
    expect(asked).toMatchObject([{ settings: OFFICE }, { settings: { ...OFFICE, firstAdmin: 'khac@xa.example' } }]);
  });

  test('a domain of the office’s own is asked for at Cloudflare, an address on workers.dev needs nothing', () => {
    expect(deployArguments(OFFICE).join(' ')).toContain('--name chi-tieu --domain chi-tieu.xa.example --var');
    expect(deployArguments({ ...OFFICE, url: 'https://chi-tieu.xa-thu.workers.dev' })).not.toContain('--domain');
  });

  test('the Worker takes the vars for what they are meant to be: Google, by both of its names, and its client', () => {
    const { ISSUERS = '', ...others } = varsOf(OFFICE);
    const issuers = v.parse(IssuersSchema, JSON.parse(ISSUERS));
    for (const name of ['https://accounts.google.com', 'accounts.google.com']) {
      expect(issuerNamed(issuers, name)).toMatchObject({ browserClientId: CLIENT, algorithms: ['RS256'] });
    }
    expect(others).toEqual({ PUBLIC_ORIGIN: OFFICE.url, FIRST_ADMIN: OFFICE.firstAdmin });
  });
});

describe('ledger-key', () => {
  test('makes the two halves of one key, keeps the secret one to its owner, and says where each goes', () => {
    const { status, said } = run('ledger-key.ts');
    expect(status).toBe(0);
    expect(said).toContain('npx wrangler secret put LEDGER_KEY --name TÊN-WORKER <');
    const secret = readFileSync(join(deployments, 'ledger-key.pem'), 'utf8');
    const open = createPublicKey(createPrivateKey(secret)).export({ type: 'spki', format: 'pem' });
    expect(readFileSync(join(deployments, 'ledger-key.public.pem'), 'utf8')).toBe(open);
    expect(statSync(join(deployments, 'ledger-key.pem')).mode & 0o077).toBe(0);
  });

  test('never takes the place of a key, also where only its public half is still here', () => {
    run('ledger-key.ts');
    rmSync(join(deployments, 'ledger-key.pem'));
    expect(run('ledger-key.ts')).toMatchObject({
      status: 1,
      said: expect.stringContaining('ledger-key.public.pem đã có'),
    });
    expect(existsSync(join(deployments, 'ledger-key.pem'))).toBe(false);
  });
});
