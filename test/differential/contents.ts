/** What people put into the cells of a year's tab, drawn by chance: every state of a value, and every edge of a rule. */

import type { CellContents } from '../../addon/server/cell-reader.ts';
import { MAX_VALUE } from '../../shared/malformed.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { Chance } from '../oracle/random.ts';
import type { YearTab } from './template.ts';

/** The content of a cell; null is a blank. */
export type Content = number | string | boolean | null;

/** Contents of one tab by row, then by quarter. */
export type TabContents = ReadonlyMap<number, readonly Content[]>;

const TOKENS = ['Không áp dụng', 'không áp dụng'.normalize('NFD'), 'khong ap dung', 'KAD', ' kad '] as const;
const BLANKS = [null, null, '', '  ', '\u00a0'] as const;
/** Text that is neither a token nor, to the reader of typed text, a number. */
const GARBAGE = ['chưa rõ', 'khoảng 50', '1.18', '5-6', '-', 'n/a', '#N/A'] as const;

/** The content as the script reads a cell with it. */
export function asTyped(value: Content): CellContents {
  return { value, formula: '', numberFormat: '0', shown: () => String(value), restsOnBlanks: () => false };
}

export function drawContents(tab: YearTab, chance: Chance): TabContents {
  const contents = new Map<number, Content[]>();
  for (const quarter of tab.columns.keys()) {
    for (const { input, row } of tab.rows) {
      const own = contents.get(row) ?? [];
      const whole = tab.rows.find((one) => one.input.id === input.partOf);
      own[quarter] = drawContent(input, chance, {
        before: own[quarter - 1] ?? null,
        whole: whole === undefined ? null : (contents.get(whole.row)?.[quarter] ?? null),
      });
      contents.set(row, own);
    }
  }
  return contents;
}

interface Around {
  /** The quarter before. */
  readonly before: Content;
  /** The whole in the same quarter, where it stands above. */
  readonly whole: Content;
}

export function drawContent(input: InputDefinition, chance: Chance, around: Around): Content {
  if (input.kind === 'flag') return chance.pick(['Có', 'Chưa', 'Không áp dụng', null]);
  if (chance.oneIn(10)) return chance.pick(BLANKS);
  if (chance.oneIn(12)) return chance.pick(TOKENS);
  if (chance.oneIn(30)) return chance.pick(GARBAGE);
  if (chance.oneIn(80)) return chance.oneIn(2);
  return drawNumber(input, chance, around);
}

function drawNumber(input: InputDefinition, chance: Chance, { before, whole }: Around): number {
  const step = 1 / 10 ** input.decimals;
  const near = (about: number): number => rounded(about + step * (chance.below(3) - 1));
  const bound = input.plausibleUpTo ?? 100;
  switch (chance.below(16)) {
    case 0:
      return near(bound);
    case 1:
    case 2:
      return near(typeof whole === 'number' ? whole : bound);
    case 3:
    case 4:
      return near(typeof before === 'number' ? before : 10);
    case 5:
      return near(MAX_VALUE);
    case 6:
      return 0;
    case 7:
      return -rounded(step * chance.below(5));
    case 8:
      // One decimal too many, near a rounding's edge.
      return rounded(chance.below(2000) / 10 ** (input.decimals + 1));
    case 9:
      return 0.1 + 0.2;
    default:
      return rounded(chance.below(Math.round(bound / step)) * step);
  }
}

/** Fifteen significant digits: what a person could have typed. */
function rounded(value: number): number {
  return Number(value.toPrecision(15));
}
