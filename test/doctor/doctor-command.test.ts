/** `npm run doctor`: what an office has on its machine, made in a folder, and what the command says of it; nobody signed in, no network. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildAddon } from '../../addon/build.ts';
import { doctor as look } from '../../scripts/doctor/doctor.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const home = mkdtempSync(join(tmpdir(), 'doctor-'));
const deployments = join(home, 'deployments');
/** Made once for all tests. */
const built = mkdtempSync(join(tmpdir(), 'doctor-built-'));
rmSync(built, { recursive: true });
afterAll(() => {
  for (const folder of [home, built]) rmSync(folder, { recursive: true, force: true });
});

const WORKER = 'https://chi-tieu.xa-thu.workers.dev';
const OFFICE = {
  name: 'chi-tieu',
  url: WORKER,
  googleClient: '123456-abc.apps.googleusercontent.com',
  firstAdmin: 'quan-tri@xa.example',
};
const SCRIPT = '1AbCdEfGhIjKlMnOpQrStUvWxYz-0123456789';

function put(file: string, content: unknown, folder = deployments): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
}

/** As after `npm run deploy:addon` for this unit. */
async function deployed(unit: string, worker = WORKER): Promise<void> {
  put(`${unit}/deployment.json`, { worker, workbook: SCRIPT });
  put(`${unit}/.clasp.json`, { scriptId: SCRIPT, rootDir: 'bundle' });
  if (!existsSync(built)) await buildAddon({ workerUrl: WORKER, outDir: built });
  cpSync(built, join(deployments, unit, 'bundle'), { recursive: true });
}

function signIn(): void {
  const token = { type: 'authorized_user', client_id: 'x', client_secret: 'x', refresh_token: 'x' };
  put('.clasprc.json', { tokens: { default: token } }, home);
  put('.config/.wrangler/config/default.toml', 'oauth_token = "x"', home);
}

async function doctor(...args: readonly string[]) {
  const { code, lines } = await look(args);
  return { code, said: lines.join('\n') };
}

beforeEach(() => {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(deployments, { recursive: true });
  vi.stubEnv('DEPLOYMENTS', deployments);
  vi.stubEnv('HOME', home);
  vi.stubEnv('XDG_CONFIG_HOME', join(home, '.config'));
  vi.stubEnv('CLOUDFLARE_API_TOKEN', undefined);
  vi.stubEnv('clasp_config_auth', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the doctor', () => {
  test('finds nothing missing on a machine that has deployed nothing, and names the first command', () => {
    const { status, stdout: said } = spawnSync(process.execPath, [join('scripts', 'doctor.ts')], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(said).toContain('Không thiếu gì.');
    expect(said).toContain('→ npm run deploy:worker -- --url');
    expect(said).toContain('Tệp nghị quyết hợp lệ: chieng-mung-2025');
    expect(status).toBe(0);
  });

  test('says how it is asked', async () => {
    expect(await doctor('--what')).toMatchObject({ code: 2, said: expect.stringContaining('npm run doctor') });
  });

  test('names the port that is taken, and what to set, without failing', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    vi.stubEnv('DESK_PORT', port);
    const { code, said } = await doctor();
    await new Promise((resolve) => server.close(resolve));
    expect(said).toContain(`Cổng ${port} (DESK_PORT) đang có chương trình dùng`);
    expect(code).toBe(0);
  });

  test('finds a whole deployment well, down to what clasp would push', async () => {
    put('worker.json', OFFICE);
    put('ledger-key.public.pem', 'public');
    signIn();
    await deployed('muong-bang');
    const { code, said } = await doctor();
    expect(said).toContain(`✓ Worker chi-tieu, địa chỉ ${WORKER}`);
    expect(said).toContain(`✓ muong-bang: có tập lệnh, gọi tới ${WORKER}`);
    expect(said).toContain(`→ npm run deploy:addon -- office --worker ${WORKER}`);
    expect({ code, said }).toMatchObject({ code: 0, said: expect.not.stringContaining('✗') });
  });

  test('says of a script that was pushed from older sources how to push it again, without failing', async () => {
    put('worker.json', OFFICE);
    signIn();
    await deployed('office');
    appendFileSync(join(deployments, 'office/bundle/code.js'), '// of another day');
    const { code, said } = await doctor();
    expect(said).toContain('· office: có tập lệnh');
    expect(said).toContain('→ npm run deploy:addon -- office\n');
    expect(code).toBe(0);
  });

  test('fails where nobody is signed in for what was deployed', async () => {
    put('worker.json', OFFICE);
    await deployed('muong-bang');
    const { code, said } = await doctor();
    expect(code).toBe(1);
    expect(said).toContain('→ npx wrangler login');
    expect(said).toContain('→ npx clasp login');
    expect(said).toContain('Còn thiếu 2 việc');
  });

  test('says that the secret key of the ledger should not stay', async () => {
    put('worker.json', OFFICE);
    put('ledger-key.pem', 'secret');
    expect((await doctor()).said).toContain('Khóa bí mật của sổ ghi còn nằm ở');
  });
});

describe('the doctor fails over the Worker’s settings, and says which command is next, where', () => {
  test.each<[string, () => void, string]>([
    ['the Worker’s settings cannot be read', () => put('worker.json', '{'), '→ npm run deploy:worker -- --url'],
    ['one of them cannot be', () => put('worker.json', { ...OFFICE, googleClient: 'x' }), '--google-client x'],
  ])('%s', async (_, spoil, said) => {
    spoil();
    expect(await doctor()).toMatchObject({ code: 1, said: expect.stringContaining(said) });
  });
});

describe('the doctor fails, and says which command is next, where', () => {
  beforeEach(async () => {
    put('worker.json', OFFICE);
    signIn();
    await deployed('office');
  });
  test.each<[string, () => void | Promise<void>, string]>([
    [
      'a workbook calls another Worker',
      () => deployed('office', 'https://old.example'),
      `→ npm run deploy:addon -- office --worker ${WORKER}`,
    ],
    [
      'there is no script at Google yet',
      () => rmSync(join(deployments, 'office/.clasp.json')),
      '→ npm run deploy:addon -- office',
    ],
    [
      'the script’s id is none',
      () => put('office/.clasp.json', { scriptId: 'x', rootDir: 'bundle' }),
      'không có mã tập lệnh',
    ],
    [
      'a file of the build is gone',
      () => rmSync(join(deployments, 'office/bundle/sidebar.html')),
      'chưa có bản dựng đã đẩy',
    ],
    [
      'the manifest lists another host',
      () => put('office/bundle/appsscript.json', { urlFetchWhitelist: ['https://x.example/'] }),
      'urlFetchWhitelist',
    ],
    [
      'something lies beside what was built',
      () => put('office/bundle/notes.html', '<p>'),
      'những tệp khác với bản dựng',
    ],
  ])('%s', async (_, spoil, said) => {
    await spoil();
    expect(await doctor()).toMatchObject({ code: 1, said: expect.stringContaining(said) });
  });
});
