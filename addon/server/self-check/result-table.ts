/** What stands in the tab "Tự kiểm tra", as one table of plain texts: about the run, the steps by hand, the results. */
import type { AboutLine } from './about.ts';
import { type FindingKind, withoutTokens } from './check.ts';
import type { Outcome } from './run-checks.ts';
import { STEPS } from './steps.ts';
import { CHECK_WORDS, STEP_WORDS, TAB_WORDS } from './words.ts';

/** Result, what was seen: as a step's row has them. */
export type Noted = readonly [result: string, seen: string];

type Row = readonly [assumed: string, result: string, seen: string, matters: string, trial: string | number];

export interface ResultTable {
  readonly rows: readonly Row[];
  /** Row numbers of headings, counted from 1. */
  readonly heads: readonly number[];
  /** The first step's row; the others follow in their order. */
  readonly firstStep: number;
}

/** Columns "Giả định" to "Vì sao quan trọng" are texts; behind them the steps have their cells. */
export const TEXT_COLUMNS = 4;
export const TRIAL_COLUMNS = 2;

const ORDER: readonly FindingKind[] = ['differs', 'untried', 'holds'];

/** `noted`: what steps have shown before, by their assumption. What differs stands first. */
export function resultTable(
  about: readonly AboutLine[],
  outcomes: readonly Outcome[],
  noted: ReadonlyMap<string, Noted>,
): ResultTable {
  const top: Row[] = [
    [TAB_WORDS.title, '', '', '', ''],
    [tallyOf(outcomes), '', '', '', ''],
    ...about.map(([what, value, toDo]): Row => [what, '', value, toDo, '']),
    ['', '', '', '', ''],
  ];
  const steps = STEPS.map(({ id, prefilled }): Row => {
    const [assumed, how] = STEP_WORDS[id] ?? [id, ''];
    const [result, seen] = noted.get(assumed) ?? [TAB_WORDS.toDo, ''];
    return [assumed, result, seen, how, prefilled];
  });
  const results = ORDER.flatMap((kind) => outcomes.filter((outcome) => outcome.kind === kind)).map(
    ({ id, kind, seen }): Row => {
      const [assumed, matters] = CHECK_WORDS[id] ?? [id, ''];
      return [assumed, TAB_WORDS.kinds[kind], seen, matters, ''];
    },
  );
  const rows = [...top, TAB_WORDS.stepHeads, ...steps, ['', '', '', '', ''] as const, TAB_WORDS.heads, ...results];
  return {
    rows: rows.map(([assumed, result, seen, matters, trial]) => [assumed, result, safe(seen), matters, trial]),
    heads: [1, top.length + 1, top.length + steps.length + 3],
    firstStep: top.length + 2,
  };
}

export function tallyOf(outcomes: readonly Outcome[]): string {
  const count = (kind: FindingKind) => outcomes.filter((outcome) => outcome.kind === kind).length;
  return TAB_WORDS.tally(count('holds'), count('differs'), count('untried'));
}

/** What comes from the platform becomes no formula, and whatever looks like a token is not repeated. */
export function safe(text: string): string {
  const told = withoutTokens(text);
  return /^[=+@-]/.test(told) ? `“${told}”` : told;
}
