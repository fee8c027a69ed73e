import { exports } from 'cloudflare:workers';
import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Backup,
  everything,
  fileOf,
  readBackup,
  rechained,
  restore,
  rootOf,
  sealed,
  takeBackup,
} from '../testing/backups.ts';
import { ADMIN, askAs, ORIGIN, problem, tokenOf, VIEWER } from '../testing/client.ts';
import { liveIn } from '../testing/lived-in.ts';
import { reset } from '../testing/reset.ts';

let lines: readonly string[] = [];
let saved: Backup = readBackup(['{}']);

beforeAll(async () => {
  await reset();
  await liveIn();
  lines = await takeBackup();
  saved = readBackup(lines);
});

beforeEach(async () => {
  await reset();
  await askAs(ADMIN, '/api/me');
});

type Row = Backup['rows'][number];

/** The file with another header, and an end that fits. */
const headed = (over: Readonly<Record<string, unknown>>) =>
  fileOf(sealed({ ...saved, header: { ...saved.header, ...over } }));
/** The file with other rows, and an end that fits. */
const holding = (rows: readonly Row[]) => fileOf(sealed({ ...saved, rows }));
const placeOf = (table: string, which = 0) => {
  const places = saved.rows.flatMap((row, place) => (row.table === table ? [place] : []));
  const place = places[which];
  if (place === undefined) throw new Error(`no row ${which} of ${table}`);
  return place;
};
const rowOf = (table: string, which = 0): Row => saved.rows[placeOf(table, which)] ?? saved.rows[0]!;
const changed = (table: string, over: Row['row'], which = 0) =>
  saved.rows.with(placeOf(table, which), { table, row: { ...rowOf(table, which).row, ...over } });
const without = (table: string, which = 0) => saved.rows.toSpliced(placeOf(table, which), 1);
const after = (table: string, which: number, row: Row['row']) =>
  saved.rows.toSpliced(placeOf(table, which) + 1, 0, { table, row });
const entryOf = (kind: string) =>
  saved.rows.findIndex(({ row }) => typeof row.entry === 'string' && row.entry.includes(`"kind":"${kind}"`));
/** The entry of a kind is another one, and the chain is made to hold again. */
const retold = (kind: string, over: Readonly<Record<string, unknown>>) =>
  rechained(saved.rows, (entry) => (entry.index === entryOf(kind) + 1 ? { ...entry, ...over } : entry));
const end = () => JSON.parse(lines.at(-1) ?? '');

/** What is sent, and the problem that it is refused with. */
const REFUSED: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  '400 backup-format': {
    'nothing at all': () => '',
    'a letter': () => 'Kính gửi đồng chí',
    'a ledger’s export': () => fileOf(saved.rows.slice(0, 3).map(({ row }) => String(row.entry))),
    'another format': () => headed({ format: 'other' }),
    'a header that says more': () => headed({ more: 1 }),
    'a header that says less': () => fileOf([JSON.stringify({ format: 'chieng-mung-backup', version: 1 })]),
    'a byte order mark': () => `\uFEFF${fileOf(lines)}`,
    'a row of a table that there is not': () => holding([...saved.rows, { table: 'sessions', row: { hash: 'x' } }]),
    'a row with a column too many': () => holding(changed('locks', { more: 1 })),
    'a row with a column too few': () => holding([...saved.rows, { table: 'locks', row: { period: '2027-Q1' } }]),
    'a number where text belongs': () => holding(changed('revisions', { sheet: 1 })),
    'text where a number belongs': () => holding(changed('revisions', { ledger_index: '5' })),
    'a number beyond 2⁵³': () => holding(changed('revisions', { ledger_index: 2 ** 53 })),
    'a line that is longer than any row': () => fileOf([lines[0] ?? '', `"${'x'.repeat(1024 * 1024 + 1)}"`]),
  },
  '422 backup-newer': {
    'a newer format': () => headed({ version: 2, more: 1 }),
    'a newer schema': () => headed({ schema: [...Object(saved.header.schema), '9999-later'] }),
    'a newer version of the resolution': () => headed({ resolution: { id: 'chieng-mung-2025', version: 99 } }),
  },
  '422 backup-schema': {
    'a schema from before there were backups': () => headed({ schema: ['0001-reports', '0002-people'] }),
    'a schema that was never ours': () => headed({ schema: ['0001-reports', '0002-other', '0003-ledger'] }),
    'no schema': () => headed({ schema: [] }),
  },
  '422 backup-foreign': {
    'another commune’s resolution': () => headed({ resolution: { id: 'muong-la-2025', version: 1 } }),
  },
  '422 backup-truncated': {
    'no end': () => fileOf(lines.slice(0, -1)),
    'a header alone': () => fileOf(lines.slice(0, 1)),
    'an end that was cut': () => fileOf(lines).slice(0, -10),
    'a missing last line feed': () => fileOf(lines).slice(0, -1),
    'half a row': () => fileOf(lines).slice(0, 5000),
    'something after the end': () => fileOf([...lines, lines[3] ?? '']),
    'an empty line after the end': () => `${fileOf(lines)}\n`,
  },
  '422 backup-damaged': {
    'another root': () => fileOf([...lines.slice(0, -1), JSON.stringify({ ...end(), root: 'a'.repeat(64) })]),
    'other counts': () =>
      fileOf([...lines.slice(0, -1), JSON.stringify({ ...end(), counts: { ...end().counts, locks: 7 } })]),
    'a table fewer counted': () =>
      fileOf([...lines.slice(0, -1), JSON.stringify({ ...end(), counts: { ledger: end().counts.ledger } })]),
    'another time in the header': () => fileOf(lines).replace(/"at":"2/, '"at":"3'),
    'a row less': () => fileOf(lines.toSpliced(4, 1)),
    'a row twice': () => fileOf(lines.toSpliced(4, 0, lines[4] ?? '')),
    'two rows that changed places': () => fileOf(lines.with(4, lines[5] ?? '').with(5, lines[4] ?? '')),
    'one letter of a name': () => fileOf(lines).replace('Người', 'Ngươi'),
    'Windows’ line ends': () => fileOf(lines).replaceAll('\n', '\r\n'),
  },
  '422 backup-order': {
    'a line twice': () => holding(after('ledger', 2, rowOf('ledger', 2).row)),
    'two entries that changed places': () =>
      holding(saved.rows.with(2, rowOf('ledger', 3)).with(3, rowOf('ledger', 2))),
    'two members that changed places': () =>
      holding(saved.rows.with(placeOf('members'), rowOf('members', 1)).with(placeOf('members', 1), rowOf('members'))),
    'the tables in another order': () => holding([...saved.rows].reverse()),
    'two entries of one index': () => holding(after('ledger', 2, { ...rowOf('ledger', 2).row, hash: 'a'.repeat(64) })),
    'two members of one address': () => holding(after('members', 0, { ...rowOf('members').row, id: 'zzz' })),
    'a row without what it must have': () => holding(changed('locks', { by: null })),
    'a state that there is not': () => holding(changed('revisions', { state: 'lost' })),
    'half a character': () => holding(changed('locks', { by: '\ud800' })),
  },
  '422 backup-ledger': {
    'an entry that was changed': () =>
      holding(changed('ledger', { entry: String(rowOf('ledger', 5).row.entry).replace('muong', 'mung') }, 5)),
    'an entry fewer': () => holding(without('ledger', 3)),
    'a first entry fewer': () => holding(without('ledger', 0)),
    'another hash': () => holding(changed('ledger', { hash: 'a'.repeat(64) }, 3)),
    'an entry that is no JSON': () => holding(changed('ledger', { entry: '{' }, 3)),
    'an entry with another index': () => holding(rechained(saved.rows, (entry) => ({ ...entry, index: 1 }))),
  },
  '422 backup-revisions': {
    'a value that the ledger does not know': () =>
      holding(changed('revisions', { content: '{"values":{"revenue":9},"reasons":{}}' })),
    'content that is no JSON': () => holding(changed('revisions', { content: '{' })),
    'another state': () => holding(changed('revisions', { state: 'accepted' })),
    'another person': () => holding(changed('revisions', { by: VIEWER })),
    'another time': () => holding(changed('revisions', { at: '2026-01-01T00:00:00.000Z' })),
    'another sheet': () => holding(changed('revisions', { sheet: 'another' })),
    'another hash of the content': () => holding(changed('revisions', { content_hash: 'a'.repeat(64) })),
    'another entry': () => holding(changed('revisions', { ledger_index: 1 })),
    'a revision fewer': () => holding(without('revisions', 1)),
    'the last revision fewer': () => holding(without('revisions', end().counts.revisions - 1)),
    'a revision more': () =>
      holding(after('revisions', end().counts.revisions - 1, { ...rowOf('revisions').row, unit: 'zzz' })),
    'a last entry fewer than there are revisions': () =>
      holding(saved.rows.filter(({ row }, at) => row.idx === undefined || at < placeOf('ledger', 7))),
    'a gap in the numbers': () => holding(retold('return', { revision: 4 })),
    'a number twice': () => holding(retold('return', { revision: 2 })),
    'values that the entry’s hash is not of': () => holding(retold('report', { values: { revenue: 9 } })),
    'an acceptance of what was not there': () => holding(retold('accept', { from: 'draft' })),
    'an entry that is not as its kind is': () => holding(retold('accept', { unit: 5 })),
    'a period that is none': () => holding(retold('report', { period: '2026-Q9' })),
  },
  '422 backup-standing': {
    'a viewer made an admin': () => {
      const which = saved.rows.filter(({ table }) => table === 'members').findIndex(({ row }) => row.role === 'viewer');
      return holding(changed('members', { role: 'admin' }, which));
    },
    'an account that took another’s invitation up': () => {
      const which = saved.rows.filter(({ table }) => table === 'members').findIndex(({ row }) => row.role === 'viewer');
      return holding(changed('members', { subject: 'intruder' }, which));
    },
    'an invitation that nobody has taken up any more': () => {
      const which = saved.rows.filter(({ table }) => table === 'members').findIndex(({ row }) => row.role === 'viewer');
      return holding(changed('members', { issuer: null, subject: null }, which));
    },
    'a role that there is not': () => holding(changed('members', { role: 'king' })),
    'a member fewer': () => {
      const which = saved.rows.filter(({ table }) => table === 'members').findIndex(({ row }) => row.role === 'viewer');
      return holding(without('members', which));
    },
    'an admin that nobody invited': () =>
      holding(after('members', end().counts.members - 1, { ...rowOf('members').row, id: 'zzz', ...INTRUDER })),
    'another unit’s workbook': () => holding(changed('audiences', { unit: 'muong-bon' })),
    'a workbook more': () => holding(after('audiences', 0, { audience: 'zzz', unit: 'muong-bon' })),
    'another sheet': () => holding(changed('sheets', { sheet: 'another' })),
    'a lock fewer': () => holding(without('locks', 0)),
    'another head for papers': () => holding(changed('settings', { value: '{}' })),
    'no head for papers': () => holding(without('settings', 0)),
    'a lock lifted': () => holding(changed('locks', { locked: 0 }, 1)),
  },
};
const INTRUDER = { email: 'intruder@demo.test', role: 'admin', units: '[]', issuer: null, subject: null };

describe.each(Object.entries(REFUSED))('%s', (expected, files) => {
  test.each(Object.entries(files))('%s', async (_, file) => {
    const before = await everything();
    expect(await problem(await restore(file()))).toBe(expected);
    expect(await everything()).toEqual(before);
  });
});

describe('a restore', () => {
  test('is refused where anything has happened, and changes nothing there', async () => {
    await askAs(ADMIN, '/api/periods/2026-Q1/lock', { method: 'POST' });
    const before = await everything();
    expect(await problem(await restore(fileOf(lines)))).toBe('409 not-empty');
    expect(await everything()).toEqual(before);
  });

  test('is refused where something happens while the file is on its way', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const headers = { Authorization: `Bearer ${await tokenOf({ email: ADMIN })}` };
    const sent = exports.default.fetch(`${ORIGIN}/api/restore`, { method: 'POST', body: readable, headers });
    const writer = writable.getWriter();
    const bytes = new TextEncoder().encode(fileOf(lines));
    await writer.write(bytes.subarray(0, 5000));
    await askAs(ADMIN, '/api/periods/2026-Q1/lock', { method: 'POST' });
    const before = await everything();
    await writer.write(bytes.subarray(5000));
    await writer.close();
    expect(await problem(await sent)).toBe('409 not-empty');
    const { restore_scratch: _, ...rest } = before;
    expect(await everything()).toEqual(rest);
  });

  test('is taken after refusals, and then no more', async () => {
    await restore(fileOf(lines.slice(0, -1)));
    await restore(holding(without('locks', 0)));
    expect(await (await restore(fileOf(lines))).json()).toMatchObject({ root: rootOf(lines) });
    expect(await problem(await restore(fileOf(lines)))).toBe('409 not-empty');
  });

  test('is refused where a row is not UTF-8, whatever its hashes say', async () => {
    const marked = holding(changed('locks', { by: '~~' }));
    const bytes = new TextEncoder().encode(marked.slice(0, marked.lastIndexOf('\n', marked.length - 2) + 1));
    bytes[bytes.lastIndexOf('~'.charCodeAt(0))] = 0xff;
    const root = createHash('sha256')
      .update(bytes.slice(bytes.indexOf(10) + 1))
      .digest('hex');
    const before = await everything();
    const end = new TextEncoder().encode(
      fileOf([
        marked
          .split('\n')
          .at(-2)!
          .replace(/"root":"[^"]+"/, `"root":"${root}"`),
      ]),
    );
    const response = await restorePacked(await gzip(new Blob([bytes, end])));
    expect(await problem(response)).toBe('422 backup-order');
    expect(await everything()).toEqual(before);
  });

  test('takes a file that is packed, and sees where one was cut', async () => {
    const packed = await gzip(fileOf(lines));
    expect(await problem(await restorePacked(packed.slice(0, -500)))).toBe('422 backup-truncated');
    expect(await problem(await restorePacked(new TextEncoder().encode('no gzip')))).toBe('422 backup-truncated');
    expect(await (await restorePacked(packed)).json()).toMatchObject({ root: rootOf(lines) });
  });

  test('takes no more out of a packed file than is configured', async () => {
    const bomb = await gzip(fileOf([lines[0] ?? '', ...Array.from({ length: 34 }, () => 'x'.repeat(512 * 1024))]));
    expect(bomb.length).toBeLessThan(64 * 1024);
    expect(await problem(await restorePacked(bomb))).toBe('413 backup-too-large');
  });

  test('takes no more than is configured', async () => {
    const file = fileOf([lines[0] ?? '', ...Array.from({ length: 34 }, () => 'x'.repeat(512 * 1024))]);
    const before = await everything();
    expect(await problem(await restore(file))).toBe('413 backup-too-large');
    expect(await everything()).toEqual(before);
  });
});

async function gzip(file: BlobPart): Promise<Uint8Array> {
  const packed = new Blob([file]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

async function restorePacked(body: Uint8Array): Promise<Response> {
  const headers = { Authorization: `Bearer ${await tokenOf({ email: ADMIN })}`, 'Content-Encoding': 'gzip' };
  return exports.default.fetch(`${ORIGIN}/api/restore`, { method: 'POST', body, headers });
}
