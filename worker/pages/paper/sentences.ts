/** The same figures as sentences, to be pasted into a report: "Chỉ tiêu 8. Tỷ lệ hộ nghèo: 1,6% …". */
import { goalText } from '../../../shared/display.ts';
import { indicatorLabel, type Plan } from '../../../shared/plan.ts';
import type { IndicatorResult, Summary } from '../../../shared/wire.ts';
import { VERDICT_WORDS } from '../../../shared/words.ts';
import { shortfallText, surplusText } from '../indicator/against-goal.ts';
import { coverageOf } from '../indicator/coverage.ts';
import { figureOf } from '../indicator/figure.ts';
import { horizonText } from '../indicator/horizon.ts';
import { surpassedTargets } from '../indicator/surplus.ts';
import { clausesOf, sentenceText } from '../overview/sentence.ts';
import { FIGURE_WORDS, PAPER_WORDS } from '../words.ts';

/** The first sentence about all targets, then one for each indicator that is shown. */
export function paperSentences(plan: Plan, summary: Summary, results: readonly IndicatorResult[]): readonly string[] {
  const first = sentenceText(summary.targets.length, clausesOf(summary.targets, surpassedTargets(summary)));
  return [`${first}.`, ...results.map((result) => sentenceOf(plan, summary, result))];
}

function sentenceOf(plan: Plan, summary: Summary, result: IndicatorResult): string {
  const { kind, text, absolute, last } = figureOf(plan, result);
  const { missing, invalid } = coverageOf(plan, result, summary.units);
  const parts = [
    `${kind === 'provisional' ? `${FIGURE_WORDS.provisional} ` : ''}${text}${absolute === null ? '' : ` (${absolute})`}`,
    last,
    PAPER_WORDS.goal(goalText(result.goal, result.unit), horizonText(plan, result)),
    VERDICT_WORDS[result.verdict].toLocaleLowerCase('vi'),
    surplusText(result),
    shortfallText(plan, result),
    missing,
    invalid,
  ];
  const said = parts.filter((part) => part !== null).join('; ');
  return PAPER_WORDS.sentence(result.target, indicatorLabel(plan, result.id), said);
}
