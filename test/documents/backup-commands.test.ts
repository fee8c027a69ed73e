/** The commands by which somebody checks a backup without any tool of ours, as the documents give them, on a file as the service writes it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type End, FORMAT, VERSION } from '../../worker/backup/format.ts';
import { backupLines } from '../../worker/backup/write.ts';
import { commandsOf, documents } from './documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'backup-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = {
  format: FORMAT,
  version: VERSION,
  resolution: { id: 'chieng-mung-2025', version: 1 },
  schema: ['0001-reports', '0002-people', '0003-ledger'] as string[],
  at: '2026-06-30T00:00:00.000Z',
  origin: 'https://commune.example',
} as const;
const ROWS = [
  { table: 'ledger', row: { idx: 1, entry: '{"kind":"lock"}', hash: 'a' } },
  { table: 'locks', row: { period: '2026-Q1', locked: 1, by: 'Người duyệt', at: '2026-06-30' } },
];
const text = [...backupLines(HEADER, ROWS)].join('');
for (const name of ['backup.ndjson', 'sao-luu.ndjson']) writeFileSync(join(folder, name), text);
const end = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '') as End;

/** What the documents' command that begins so says in a shell. */
function said(file: string, beginning: string): string {
  const document = documents().find((each) => each.file === file);
  const command =
    document === undefined ? undefined : commandsOf(document).find(({ text: told }) => told.startsWith(beginning));
  return execFileSync('sh', ['-c', command?.text ?? 'false'], { cwd: folder, encoding: 'utf8' });
}

test.each(['docs/backup.md', 'docs/van-hanh.md'])('%s: the rows’ lines give the root', (file) => {
  expect(said(file, 'sed')).toBe(`${end.root}  -\n`);
});

test('docs/backup.md: the first line gives the header’s hash', () => {
  expect(said('docs/backup.md', 'head')).toBe(`${end.header}  -\n`);
});

test('docs/van-hanh.md: the last line begins as it says, and says that it is the end', () => {
  expect(said('docs/van-hanh.md', 'tail')).toMatch(/^\{"counts":.*"end":true/);
});
