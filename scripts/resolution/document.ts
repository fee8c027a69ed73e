/** A resolution told as a document: each target's words, figures, formulas and goals, what is to be signed, what its own figures imply. */
import { resultGoal, resultUnit, ruleInWords } from '../../addon/server/results-texts.ts';
import { RESULT_WORDS } from '../../addon/server/words.ts';
import { type AuditFinding, auditText } from '../../shared/audit.ts';
import { goalText, withUnit } from '../../shared/display.ts';
import { times, toNumber } from '../../shared/exact.ts';
import { formatNumber } from '../../shared/number-format.ts';
import { yearOf } from '../../shared/periods.ts';
import { compilePlan, type Plan, type PlannedIndicator } from '../../shared/plan.ts';
import type { InputDefinition, Resolution, TargetDefinition } from '../../shared/resolution/schema.ts';
import { HORIZON_WORDS, periodName } from '../../shared/words.ts';
import { TARGET_WORDS } from '../../worker/pages/words.ts';
import { DOCUMENT_WORDS as WORDS } from './document-words.ts';
import { table } from './markdown.ts';
import { signingSheet } from './signing-sheet.ts';

/** The whole document, in Markdown. @param file the resolution's file, as the reader knows it. */
export function resolutionDocument(file: string, resolution: Resolution): string {
  const plan = compilePlan(resolution);
  const { commune, term, targets, indicators, inputs, readings, sections } = resolution;
  const audit = auditText(plan);
  const blocks = [
    `# ${WORDS.title(commune, yearOf(term.baseline), term.lastYear)}`,
    WORDS.made(file),
    WORDS.basis(resolution.title, resolution.version),
    WORDS.counts(targets.length, indicators.length, inputs.length, readings.length),
    WORDS.units(resolution.units.map((unit) => unit.name).join(', ')),
    `## ${WORDS.how}`,
    WORDS.hows.map((line) => `- ${line}`).join('\n'),
    ...sections.flatMap(({ id, label }) => [
      `## ${label}`,
      ...targets.filter(({ section }) => section === id).flatMap((target) => targetBlocks(plan, audit, target)),
    ]),
    WORDS.later,
    ...signingSheet(resolution, file),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function targetBlocks(plan: Plan, audit: readonly AuditFinding[], target: TargetDefinition): readonly string[] {
  const { number, label, source } = target;
  const readings = plan.resolution.readings.filter(({ targets }) => targets.includes(number));
  const found = audit.filter((one) => one.target === number);
  const inputs = plan.inputs.filter((input) => input.target === number);
  const indicators = plan.indicators.filter(({ definition }) => definition.target === number);
  return [
    `### ${WORDS.target(number, label)}`,
    ...(source.text === undefined ? [] : [`> ${source.text}\n>\n> ${WORDS.source(source.line)}`]),
    `**${WORDS.indicators}**`,
    indicators.map((indicator) => indicatorLines(plan, indicator)).join('\n'),
    ...(inputs.length === 0 ? [] : [`**${WORDS.inputs}**`, inputTable(plan, inputs)]),
    ...listed(
      WORDS.readings,
      readings.map(({ question, reading }) => WORDS.asked(question, reading)),
    ),
    ...listed(WORDS.audit, [...new Set(found.map(({ message }) => message)), ...statedCounts(plan, number)]),
  ];
}

function listed(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`**${heading}**`, lines.map((line) => `- ${line}`).join('\n')];
}

function indicatorLines(plan: Plan, indicator: PlannedIndicator): string {
  const { definition, goal, stretch } = indicator;
  const horizon = HORIZON_WORDS[goal.horizon](plan.resolution.term.lastYear);
  const beyond =
    stretch === null
      ? []
      : [
          RESULT_WORDS.stretch(
            goalText(
              { direction: goal.direction, value: toNumber(stretch), strict: true, stretch: null },
              indicator.unit,
            ),
          ),
        ];
  const lines = [
    `- **${definition.label}**: ${resultGoal(plan, indicator)}, ${horizon}.`,
    ruleInWords(plan, indicator),
    ...beyond,
    WORDS.measure(resultUnit(plan, indicator)),
    ...wayToGoal(plan, indicator),
    ...(definition.breaks ?? []).map(({ year, standard }) => TARGET_WORDS.measuredAnew(year, standard)),
  ];
  return lines.join('  \n  ');
}

/** How the goal is reached over the years, as far as the text alone says it. */
function wayToGoal(plan: Plan, indicator: PlannedIndicator): readonly string[] {
  const { goal, formula } = indicator;
  if (goal.horizon === 'term') return [WORDS.years(yearEnds(plan, indicator).join('; '))];
  if (goal.horizon !== 'byEnd' || formula.kind === 'flag') return [];
  const { baseline, lastYear } = plan.resolution.term;
  return [WORDS.line(periodName(baseline, baseline).toLocaleLowerCase('vi'), resultGoal(plan, indicator), lastYear)];
}

/** Of a term's total: what should be there at the end of each year. */
function yearEnds(plan: Plan, { pace, fixedGoal, unit, decimals }: PlannedIndicator): readonly string[] {
  const { firstYear, lastYear } = plan.resolution.term;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return years.flatMap((year) => {
    const share = pace?.[4 * (year - firstYear + 1)];
    if (share === undefined) return [];
    const percent = `${formatNumber(100 * toNumber(share), 1)}%`;
    if (fixedGoal === null) return [WORDS.yearShareOnly(year, percent)];
    const figure = formatNumber(toNumber(times(fixedGoal, share)), decimals);
    return [WORDS.yearShare(year, withUnit(figure, unit), percent)];
  });
}

/** Counts that the text itself gives: they are compared with the baseline's reports. */
function statedCounts(plan: Plan, target: number): readonly string[] {
  return plan.resolution.statements.flatMap((statement) => {
    if (statement.kind !== 'count' || statement.target !== target) return [];
    const unit = plan.inputById.get(statement.input)?.unit ?? null;
    return [WORDS.stated(withUnit(formatNumber(statement.value), unit), statement.source.line)];
  });
}

function inputTable(plan: Plan, inputs: readonly InputDefinition[]): string {
  const kindName = (id: string) => plan.resolution.kinds.find((kind) => kind.id === id)?.name ?? id;
  const rows = inputs.map(({ label, by, unit, kind, due, partOf, plausibleUpTo }) => [
    label,
    kindName(by),
    unit,
    WORDS.kinds[kind],
    WORDS.due[due],
    partOf === undefined ? '' : (plan.inputById.get(partOf)?.short ?? ''),
    plausibleUpTo === undefined ? '' : withUnit(formatNumber(plausibleUpTo), unit),
  ]);
  return table(WORDS.inputHeads, rows);
}
