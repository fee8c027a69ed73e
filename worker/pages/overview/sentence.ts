/** The sentence that leaders write first: how many targets stand how, and which. Counted from the targets' verdicts, nothing else. */
import type { TargetResult, Verdict } from '../../../shared/wire.ts';
import { CLAUSE_WORDS, HEADLINE_WORDS } from '../words.ts';

/** One count of the sentence. `verdict` is what its sign shows; `surpassed` are those of `numbers` that are beaten. */
export interface Clause {
  readonly key: Verdict | 'good';
  readonly verdict: Verdict;
  readonly words: string;
  readonly numbers: readonly number[];
  readonly surpassed: readonly number[];
}

const GOOD: readonly Verdict[] = ['exceeded', 'met', 'on-track'];
/** After what is well: what went wrong first, then what is open, then what is not judged now. */
const OTHERS: readonly Verdict[] = [
  'not-met',
  'behind',
  'in-progress',
  'no-data',
  'not-due',
  'not-applicable',
  'baseline',
];

/** The clauses in the sentence's order; none for a verdict that no target has. Together they hold each target once. */
export function clausesOf(targets: readonly TargetResult[], surpassed: ReadonlySet<number>): Clause[] {
  const good = targets.filter((target) => GOOD.includes(target.verdict));
  const clauses = OTHERS.flatMap((verdict) => {
    const numbers = targets.filter((target) => target.verdict === verdict).map((target) => target.number);
    return numbers.length === 0
      ? []
      : [{ key: verdict, verdict, words: CLAUSE_WORDS[verdict], numbers, surpassed: [] }];
  });
  return good.length === 0 ? clauses : [goodClause(good, surpassed), ...clauses];
}

/** Says "đạt" or "đúng tiến độ" alone where only one of them is there. */
function goodClause(good: readonly TargetResult[], surpassed: ReadonlySet<number>): Clause {
  const numbers = good.map((target) => target.number);
  const reached = good.filter((target) => target.verdict !== 'on-track').length;
  const verdict = reached === 0 ? 'on-track' : 'met';
  const words = reached === 0 || reached === good.length ? CLAUSE_WORDS[verdict] : CLAUSE_WORDS.good;
  return { key: 'good', verdict, words, numbers, surpassed: numbers.filter((number) => surpassed.has(number)) };
}

/** "24 chỉ tiêu: 12 đạt hoặc đúng tiến độ (1 vượt: 4): 1, 4, … · 3 chậm: 3, 4, 19". */
export function sentenceText(total: number, clauses: readonly Clause[]): string {
  return `${HEADLINE_WORDS.targets(total)}: ${clauses.map(clauseText).join(' · ')}`;
}

function clauseText(clause: Clause): string {
  const beaten = clause.surpassed;
  const within = beaten.length === 0 ? '' : ` (${HEADLINE_WORDS.surpassed(beaten.length)}: ${beaten.join(', ')})`;
  return `${clause.numbers.length} ${clause.words}${within}: ${clause.numbers.join(', ')}`;
}
