/** `npm run deploy:addon`: everything that it checks before Google is asked, with the real clasp and nobody signed in. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
afterAll(() => rmSync(folder, { recursive: true }));

const WORKER = 'https://targets.example';
const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz-0123456789';
const READY = `4 tệp sẵn sàng cho ${WORKER}: appsscript.json, code.js, link.html, sidebar.html`;
const SIGN_IN = 'Chưa đăng nhập clasp';

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('scripts', 'deploy-addon.ts'), ...args], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
    env: { ...process.env, DEPLOYMENTS: folder, HOME: folder },
  });
  return { status, said: stdout + stderr };
}

const inPlace = (name: string, file: string) => join(folder, name, file);
const built = (name: string, file: string) => readFileSync(inPlace(name, join('bundle', file)), 'utf8');

describe('what it was asked for', () => {
  test.each([
    [[], 'Cách dùng: npm run deploy:addon'],
    [['nowhere', '--worker', WORKER, '--workbook', ID], 'một trong: chieng-mung, muong-bang, muong-bon, office'],
    [['muong-bang', 'office', '--worker', WORKER], 'Cách dùng:'],
    [['muong-bang', '--editor-addon', '--worker', WORKER], 'Cách dùng:'],
    [['muong-bang', '--workbook', ID], 'Thiếu --worker'],
    [['muong-bang', '--worker', 'http://127.0.0.1:8787', '--workbook', ID], 'không phải địa chỉ https'],
    [['muong-bang', '--worker', 'targets', '--workbook', ID], '--worker targets: không phải địa chỉ https'],
    [['muong-bang', '--worker', `${WORKER}/api`, '--workbook', ID], `chỉ ghi địa chỉ: ${WORKER}`],
    [['muong-bang', '--worker', WORKER], 'Thiếu --workbook'],
    [['muong-bang', '--worker', WORKER, '--workbook', 'so-lieu.xlsx'], 'không phải địa chỉ hay mã của một bảng tính'],
  ])('%j is refused', (args, said) => {
    expect(run(...args)).toMatchObject({ status: 2, said: expect.stringContaining(said) });
  });

  test('both faults of one request are named at once', () => {
    const { said } = run('muong-bang', '--worker', 'x', '--workbook', 'y');
    expect(said).toContain('--worker x');
    expect(said).toContain('--workbook y');
  });
});

describe('--check', () => {
  test('builds for the Worker, lists exactly what clasp would push, and says that nobody is signed in', () => {
    const address = `https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0`;
    const { status, said } = run('muong-bang', '--worker', `${WORKER}/`, '--workbook', address, '--check');
    expect({ status, said }).toEqual({ status: 1, said: expect.stringContaining(`muong-bang: ${READY}`) });
    expect(said).toContain(SIGN_IN);
    expect(built('muong-bang', 'code.js')).toContain(`"${WORKER}"`);
    expect(JSON.parse(built('muong-bang', 'appsscript.json'))).toMatchObject({ urlFetchWhitelist: [`${WORKER}/`] });
    expect(existsSync(inPlace('muong-bang', '.clasp.json'))).toBe(false);
  });

  test('pushes nothing that lay in the folder', () => {
    mkdirSync(inPlace('office', 'bundle'), { recursive: true });
    writeFileSync(inPlace('office', join('bundle', 'Code.js')), 'function myFunction() {}');
    expect(run('office', '--worker', WORKER, '--workbook', ID, '--check').said).toContain(READY);
    expect(existsSync(inPlace('office', join('bundle', 'Code.js')))).toBe(false);
  });

  test('names what else would be pushed where clasp was told of another folder', () => {
    mkdirSync(inPlace('muong-bon', 'notes'), { recursive: true });
    writeFileSync(inPlace('muong-bon', join('notes', 'page.html')), '<p>');
    writeFileSync(inPlace('muong-bon', '.clasp.json'), JSON.stringify({ scriptId: 'x', rootDir: '.' }));
    const { status, said } = run('muong-bon', '--worker', WORKER, '--workbook', ID, '--check');
    expect(status).toBe(1);
    expect(said).toContain('clasp sẽ đẩy appsscript.json, code.js, link.html, page.html, sidebar.html thay vì');
  });

  test('says which file clasp cannot read', () => {
    mkdirSync(inPlace('chieng-mung', ''), { recursive: true });
    writeFileSync(inPlace('chieng-mung', '.clasp.json'), '{');
    const { status, said } = run('chieng-mung', '--worker', WORKER, '--workbook', ID, '--check');
    expect(status).toBe(1);
    expect(said).toContain('clasp không đọc được');
  });

  test('builds the editor add-on with its own menu, and the workbook’s script with a menu in the bar', () => {
    const { said } = run('--editor-addon', '--worker', WORKER, '--check');
    expect(said).toContain(`editor-addon: ${READY}`);
    expect(built('editor-addon', 'code.js')).toContain('createAddonMenu');
    expect(built('muong-bang', 'code.js')).not.toContain('createAddonMenu');
  });
});

describe('a push', () => {
  test('does not begin while nobody is signed in', () => {
    const { status, said } = run('muong-bang', '--worker', WORKER, '--workbook', ID);
    expect({ status, said }).toEqual({ status: 1, said: expect.stringContaining('npx clasp login') });
  });

  test('into another workbook than the one that has the script is refused', () => {
    mkdirSync(inPlace('office', ''), { recursive: true });
    writeFileSync(inPlace('office', '.clasp.json'), JSON.stringify({ scriptId: 'x', rootDir: 'bundle' }));
    writeFileSync(inPlace('office', 'deployment.json'), JSON.stringify({ worker: WORKER, workbook: ID }));
    expect(run('office', '--workbook', `${ID}other`)).toMatchObject({
      status: 2,
      said: expect.stringContaining('office đã có tập lệnh ở một bảng tính khác'),
    });
    // What was given once need not be given again.
    expect(run('office')).toMatchObject({ status: 1, said: expect.stringContaining(SIGN_IN) });
  });
});
