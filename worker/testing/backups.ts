/** What the tests of backup and restore work with: files as lists of lines, made and mended as whoever forges one would. */
import { runInDurableObject } from 'cloudflare:test';
import { createHash } from 'node:crypto';
import { ADMIN, type Ask, askAs, commune, type TokenParts } from './client.ts';

/** The lines of a backup taken now, the end's among them. */
export async function takeBackup(): Promise<string[]> {
  const response = await askAs(ADMIN, '/api/backup');
  if (response.status !== 200) throw new Error(`backup answered ${response.status}: ${await response.text()}`);
  const text = new TextDecoder().decode(await response.arrayBuffer());
  return text.split('\n').slice(0, -1);
}

export function fileOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

export function restore(file: string, who: TokenParts | string = ADMIN, more: Ask = {}): Promise<Response> {
  return askAs(who, '/api/restore', { method: 'POST', body: file, ...more });
}

export interface Backup {
  readonly header: Record<string, unknown>;
  readonly rows: readonly { readonly table: string; readonly row: Readonly<Record<string, unknown>> }[];
}

export function readBackup(lines: readonly string[]): Backup {
  return { header: JSON.parse(lines[0] ?? ''), rows: lines.slice(1, -1).map((line) => JSON.parse(line)) };
}

/** The lines of a backup with an end that fits, as a forger would make one. */
export function sealed({ header, rows }: Backup): string[] {
  const first = sortedJson(header);
  const lines = rows.map(sortedJson);
  const counts: Record<string, number> = {};
  for (const { table } of rows) counts[table] = (counts[table] ?? 0) + 1;
  const end = { end: true, counts, header: sha256(first), root: sha256(fileOf(lines)) };
  return [first, ...lines, sortedJson(end)];
}

export function rootOf(lines: readonly string[]): string {
  return JSON.parse(lines.at(-1) ?? '').root;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Canonical JSON for what has no exotic numbers, written independently of the library. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${sortedJson(inner)}`).join(',')}}`;
}

/** Every table with its rows, the sessions' apart: to say that nothing has changed. */
export function everything(): Promise<Record<string, unknown[]>> {
  return runInDurableObject(commune(), (_, { storage: { sql } }) => {
    const names = sql
      .exec<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`)
      .toArray()
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('_cf_') && !name.startsWith('sqlite_'));
    return Object.fromEntries(names.map((name) => [name, sql.exec(`SELECT * FROM ${name}`).toArray()]));
  });
}

/** The rows with a chain that holds over whatever their ledger's entries have become. */
export function rechained(rows: Backup['rows'], change: (entry: Record<string, unknown>) => Record<string, unknown>) {
  let previous = '0'.repeat(64);
  return rows.map((each) => {
    if (each.table !== 'ledger') return each;
    const entry = sortedJson({ ...change(JSON.parse(String(each.row.entry))), previous });
    previous = sha256(entry);
    return { table: each.table, row: { ...each.row, entry, hash: previous } };
  });
}
