/** The paper's table as rows of text: what an office's report says of each indicator, in the resolution's order. Pure. */
import { decimalsBeside, goalText } from '../../../shared/display.ts';
import { formatNumber } from '../../../shared/number-format.ts';
import { indicatorLabel, type Plan } from '../../../shared/plan.ts';
import type { IndicatorResult, Summary } from '../../../shared/wire.ts';
import { NO, VERDICT_WORDS, YES } from '../../../shared/words.ts';
import { againstGoalText, shortfallText, surplusText } from '../indicator/against-goal.ts';
import { coverageOf } from '../indicator/coverage.ts';
import { figureOf, shownValue } from '../indicator/figure.ts';
import { horizonText } from '../indicator/horizon.ts';
import { FIGURE_WORDS } from '../words.ts';

/** A heading over a section, a target with several indicators, or an indicator. */
export type PaperRow =
  | { readonly kind: 'section'; readonly label: string }
  | { readonly kind: 'target'; readonly number: string; readonly label: string; readonly verdict: string }
  | {
      readonly kind: 'indicator';
      /** The target's number, or empty under a target's own row. */
      readonly number: string;
      readonly label: string;
      readonly unit: string;
      readonly goal: string;
      readonly value: string;
      readonly against: string;
      readonly verdict: string;
      readonly note: string;
    };

/** Of the indicators that are shown; sections and targets without one are left out. */
export function paperRows(plan: Plan, summary: Summary, results: readonly IndicatorResult[]): readonly PaperRow[] {
  return plan.resolution.sections.flatMap((section): PaperRow[] => {
    const targets = plan.resolution.targets.filter((target) => target.section === section.id);
    const rows = targets.flatMap((target) => targetRows(plan, summary, results, target));
    return rows.length === 0 ? [] : [{ kind: 'section', label: section.label }, ...rows];
  });
}

function targetRows(
  plan: Plan,
  summary: Summary,
  results: readonly IndicatorResult[],
  { number, label }: { readonly number: number; readonly label: string },
): PaperRow[] {
  const own = results.filter(({ target }) => target === number);
  if (own.length === 0) return [];
  const isOnly = plan.indicators.filter(({ definition }) => definition.target === number).length === 1;
  const rows = own.map((result) => indicatorRow(plan, summary, result, isOnly ? String(number) : ''));
  if (isOnly) return rows;
  const verdict = summary.targets.find((target) => target.number === number)?.verdict ?? 'no-data';
  return [{ kind: 'target', number: String(number), label, verdict: VERDICT_WORDS[verdict] }, ...rows];
}

function indicatorRow(plan: Plan, summary: Summary, result: IndicatorResult, number: string): PaperRow {
  const figure = figureOf(plan, result);
  const { missing, invalid } = coverageOf(plan, result, summary.units);
  const notes = [
    figure.kind === 'provisional' ? FIGURE_WORDS.provisional : null,
    figure.absolute,
    surplusText(result),
    shortfallText(plan, result),
    figure.last,
    missing,
    invalid,
  ];
  return {
    kind: 'indicator',
    number,
    label: indicatorLabel(plan, result.id),
    unit: result.unit ?? '',
    goal: `${goalText(result.goal, null)}, ${horizonText(plan, result)}`,
    value: bareFigure(result) ?? figure.text,
    against: againstGoalText(result) ?? '',
    verdict: VERDICT_WORDS[result.verdict],
    note: notes.filter((note) => note !== null).join('; '),
  };
}

/** Without its unit, which has a column; null where there is no figure. */
function bareFigure(result: IndicatorResult): string | null {
  const value = shownValue(result);
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? YES : NO;
  const { goal, expected } = result;
  const bounds = [goal.value, goal.stretch, expected].filter((bound) => typeof bound === 'number');
  return formatNumber(value, decimalsBeside(value, result.unit, bounds));
}
