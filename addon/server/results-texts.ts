/** The words of the tab "Kết quả": of each indicator its goal, how it is computed, what its figures look like. Pure. */
import { goalText } from '../../shared/display.ts';
import { formatNumber } from '../../shared/number-format.ts';
import type { Plan, PlannedIndicator } from '../../shared/plan.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { HORIZON_WORDS } from '../../shared/words.ts';
import { numberFormatOf } from './template-rows.ts';
import { RESULT_WORDS } from './words.ts';

/** One decimal more than elsewhere: 89,96 beside a goal of 90 is not shown as 90. */
const PERCENT_FORMAT = '#,##0.00';
/** What a formula gives as text must not stand in a cell of the text format: the formula itself would be taken for text. */
const WORD_FORMAT = 'General';

/** "≥ 90%", "≤ 90% của “…”"; the commune's, as no unit has one of its own. */
export function resultGoal(plan: Plan, { goal, unit }: PlannedIndicator): string {
  const { direction, ofBaseline, strict = false, stretch = null } = goal;
  if (ofBaseline === undefined) return goalText({ direction, value: goal.value ?? null, strict, stretch }, unit);
  const sign = direction === 'atLeast' ? (strict ? 'trên' : '≥') : strict ? 'dưới' : '≤';
  const input = plan.inputById.get(ofBaseline.input);
  return RESULT_WORDS.shareOfBaseline(sign, `${formatNumber(ofBaseline.share * 100)}%`, input?.short ?? '');
}

/** The unit of measure; of a flag its input's words. */
export function resultUnit(plan: Plan, indicator: PlannedIndicator): string {
  return indicator.unit ?? mainInput(plan, indicator)?.unit ?? '';
}

/** The note of an indicator: the exact formula in words, the commune's goal, what an empty cell means. */
export function resultNote(plan: Plan, indicator: PlannedIndicator): string {
  const { definition, goal } = indicator;
  const horizon = HORIZON_WORDS[goal.horizon](plan.resolution.term.lastYear);
  const { stretch = null, direction } = goal;
  const beyond =
    stretch === null ? null : goalText({ direction, value: stretch, strict: true, stretch: null }, indicator.unit);
  return [
    `${definition.label}.`,
    ruleInWords(plan, indicator),
    RESULT_WORDS.goal(resultGoal(plan, indicator), horizon),
    ...(beyond === null ? [] : [RESULT_WORDS.stretch(beyond)]),
    RESULT_WORDS.own,
  ].join('\n');
}

export function resultFormat(plan: Plan, indicator: PlannedIndicator): string {
  if (indicator.unit === '%') return PERCENT_FORMAT;
  const input = mainInput(plan, indicator);
  return input === undefined ? WORD_FORMAT : stateFormat(input);
}

/** Of what counts of an input. */
export function stateFormat(input: InputDefinition): string {
  return input.kind === 'flag' ? WORD_FORMAT : numberFormatOf(input);
}

/** The exact formula in words, by the labels of its inputs. */
export function ruleInWords(plan: Plan, { formula }: PlannedIndicator): string {
  const label = (id: string) => plan.inputById.get(id)?.label ?? id;
  const { rule } = RESULT_WORDS;
  switch (formula.kind) {
    case 'ratio':
      return rule.ratio(label(formula.numerator), label(formula.denominator));
    case 'growth':
      return rule.growth(label(formula.current), label(formula.previous));
    default:
      return rule[formula.kind](label(formula.input));
  }
}

function mainInput(plan: Plan, indicator: PlannedIndicator): InputDefinition | undefined {
  return plan.inputs[indicator.inputs[0] ?? -1];
}
