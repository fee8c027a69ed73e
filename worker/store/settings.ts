/** What is set for the whole commune: which workbook is a unit's, whose script has which audience, which periods are locked, how papers are headed. */
import * as v from 'valibot';
import type { Period } from '../../shared/periods.ts';
import { type HeadSetting, HeadSettingSchema } from '../../shared/service-wire.ts';

export interface Binding {
  readonly sheet: string;
  readonly boundAt: string;
}

export interface Lock {
  readonly locked: boolean;
  readonly by: string;
  readonly at: string;
}

export interface SettingStore {
  sheetOf(unit: string): Binding | undefined;
  sheets(): (Binding & { readonly unit: string })[];
  bindSheet(unit: string, sheet: string, at: string): void;
  releaseSheet(unit: string): void;
  unitOfAudience(audience: string): string | undefined;
  audiences(): { audience: string; unit: string }[];
  putAudience(audience: string, unit: string): void;
  removeAudience(audience: string): void;
  lockOf(period: Period): Lock | undefined;
  locks(): (Lock & { readonly period: string })[];
  setLock(period: Period, lock: Lock): void;
  /** How printed reports are headed; undefined while nobody has said. */
  paperHead(): HeadSetting | undefined;
  setPaperHead(head: HeadSetting): void;
  /** Everything that is set by name. */
  all(): { name: string; value: unknown }[];
}

/** The name of the printed report's head among the settings. */
export const PAPER_HEAD = 'paper-head';

type LockRow = Record<string, SqlStorageValue> & { locked: number; by: string; at: string };

export function settingStore(sql: SqlStorage): SettingStore {
  return {
    sheetOf: (unit) =>
      sql
        .exec<{ sheet: string; bound_at: string }>('SELECT sheet, bound_at FROM sheets WHERE unit = ?', unit)
        .toArray()
        .map((row) => ({ sheet: row.sheet, boundAt: row.bound_at }))[0],
    sheets: () =>
      sql
        .exec<{ unit: string; sheet: string; bound_at: string }>('SELECT unit, sheet, bound_at FROM sheets')
        .toArray()
        .map(({ unit, sheet, bound_at }) => ({ unit, sheet, boundAt: bound_at })),
    bindSheet: (unit, sheet, at) => {
      sql.exec('INSERT INTO sheets (unit, sheet, bound_at) VALUES (?, ?, ?)', unit, sheet, at);
    },
    releaseSheet: (unit) => {
      sql.exec('DELETE FROM sheets WHERE unit = ?', unit);
    },
    unitOfAudience: (audience) =>
      sql.exec<{ unit: string }>('SELECT unit FROM audiences WHERE audience = ?', audience).toArray()[0]?.unit,
    audiences: () =>
      sql.exec<{ audience: string; unit: string }>('SELECT audience, unit FROM audiences ORDER BY audience').toArray(),
    putAudience: (audience, unit) => {
      sql.exec('INSERT OR REPLACE INTO audiences (audience, unit) VALUES (?, ?)', audience, unit);
    },
    removeAudience: (audience) => {
      sql.exec('DELETE FROM audiences WHERE audience = ?', audience);
    },
    lockOf: (period) =>
      sql
        .exec<LockRow>('SELECT locked, by, at FROM locks WHERE period = ?', period)
        .toArray()
        .map((row) => ({ ...row, locked: row.locked === 1 }))[0],
    locks: () =>
      sql
        .exec<LockRow & { period: string }>('SELECT period, locked, by, at FROM locks')
        .toArray()
        .map(({ period, locked, by, at }) => ({ period, locked: locked === 1, by, at })),
    setLock: (period, { locked, by, at }) => {
      const row = [period, locked ? 1 : 0, by, at];
      sql.exec('INSERT OR REPLACE INTO locks (period, locked, by, at) VALUES (?, ?, ?, ?)', ...row);
    },
    paperHead: () =>
      sql
        .exec<{ value: string }>('SELECT value FROM settings WHERE name = ?', PAPER_HEAD)
        .toArray()
        .map(({ value }) => v.parse(HeadSettingSchema, JSON.parse(value)))[0],
    setPaperHead: (head) => {
      sql.exec('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)', PAPER_HEAD, JSON.stringify(head));
    },
    all: () =>
      sql
        .exec<{ name: string; value: string }>('SELECT name, value FROM settings ORDER BY name')
        .toArray()
        .map(({ name, value }) => ({ name, value: JSON.parse(value) })),
  };
}
