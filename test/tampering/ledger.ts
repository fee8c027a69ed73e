/** A ledger to tamper with: a thousand entries of the kinds that a commune's year has, made by the code that makes the real ones. */
import { contentHashOf } from '../../worker/canonical.ts';
import { EMPTY, entryLine, type Fact, nextEntry, type StoredEntry } from '../../worker/store/chain.ts';
import { type Chance, chanceFrom } from '../oracle/random.ts';

export const ENTRIES = 1_000;
const BEGIN = Date.parse('2026-01-05T01:00:00Z');

export function madeUpFacts(seed: number): Fact[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: ENTRIES }, (_, place) => factOf(chance, place));
}

/** The entries that say these facts, each after the one before. */
export function chained(facts: readonly Fact[]): StoredEntry[] {
  const entries: StoredEntry[] = [];
  for (const [place, fact] of facts.entries()) {
    const at = new Date(BEGIN + place * 60_000).toISOString();
    entries.push(nextEntry(entries.at(-1) ?? EMPTY, fact, 'nguoi.bao.cao@demo.test', at));
  }
  return entries;
}

/** As `GET /api/ledger` writes them. */
export function exportOf(entries: readonly StoredEntry[]): string {
  return entries.map((entry) => `${entryLine(entry)}\n`).join('');
}

function factOf(chance: Chance, place: number): Fact {
  const unit = chance.pick(['chieng-mung', 'muong-bang', 'muong-bon', 'office']);
  const period = chance.pick(['2026-Q1', '2026-Q2', '2026-Q3']);
  if (chance.oneIn(20)) return { kind: 'lock', period, reason: 'Số liệu minh họa: hết hạn báo cáo' };
  if (chance.oneIn(20)) return { kind: 'member', email: `can.bo.${place}@demo.test`, role: 'viewer', units: [] };
  const values = { revenue: chance.below(9_000) / 1000, coffeeArea: chance.below(900) };
  const reasons = chance.oneIn(3) ? { coffeeArea: 'Mưa lũ làm mất 12,5 ha cà phê' } : {};
  const contentHash = contentHashOf(values, reasons);
  const report = { unit, period, revision: place + 1, state: 'draft', values, reasons, contentHash };
  return { kind: 'report', ...report, sheet: `sheet-${unit}`, via: 'person', editors: null, bindsSheet: false };
}
