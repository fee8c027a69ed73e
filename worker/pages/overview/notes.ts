/**
 * What stands beside a target, for whoever asks why: what the resolution's own figures imply, why a figure made by hand differs, and who
 * could still bring it home.
 */
import type { AuditFinding } from '../../../shared/audit.ts';
import { formatFigure, formatFigureBeside } from '../../../shared/display.ts';
import { handMadeMean } from '../../../shared/mean.ts';
import { indicatorLabel, numeratorUnit, type Plan, unitName } from '../../../shared/plan.ts';
import { type Remedy, remediesFor } from '../../../shared/remedies.ts';
import type { IndicatorResult, Summary } from '../../../shared/wire.ts';
import { figureOf } from '../indicator/figure.ts';
import { either, listed, NOTE_WORDS } from '../words.ts';

/** The notes of a target, as sentences; none where there is nothing to say. */
export function notesOf(
  plan: Plan,
  summary: Summary,
  audit: readonly AuditFinding[],
  target: number,
): readonly string[] {
  const results = summary.indicators.filter((result) => result.target === target);
  return [
    ...audit.flatMap((finding) => (finding.target === target ? [finding.message] : [])),
    ...results.flatMap((result) => meanNote(plan, result) ?? []),
    ...results.flatMap((result) => remedyNote(plan, result, summary.indicators) ?? []),
  ];
}

/** Only where the two differ as they are shown. */
function meanNote(plan: Plan, result: IndicatorResult): string | null {
  const mean = handMadeMean(result);
  if (mean === null) return null;
  const shown = formatFigure(mean.mean, '%');
  const figure = figureOf(plan, result);
  if (shown === formatFigure(mean.value, '%') || figure.absolute === null) return null;
  return NOTE_WORDS.mean(indicatorLabel(plan, result.id), shown, figure.text, figure.absolute);
}

/** Only of what is late or missed: what is on its way needs nobody's help. */
function remedyNote(plan: Plan, result: IndicatorResult, results: readonly IndicatorResult[]): string | null {
  if (result.verdict !== 'behind' && result.verdict !== 'not-met') return null;
  const remedies = remediesFor(plan, result, results);
  if (remedies.length < 2) return null;
  const label = indicatorLabel(plan, result.id);
  const able = remedies.filter((remedy) => remedy.change !== null);
  if (able.length === 0) return nobodyAlone(plan, result, remedies);
  const amount = amountText(plan, result, result.shortfall ?? 0);
  const units = either(able.map((remedy) => unitName(plan, remedy.unit)));
  return result.goal.direction === 'atLeast'
    ? NOTE_WORDS.needMore(label, amount, units)
    : NOTE_WORDS.needLess(label, amount, units);
}

function nobodyAlone(plan: Plan, result: IndicatorResult, remedies: readonly Remedy[]): string | null {
  const behind = remedies.flatMap(({ unit, ownGap }) =>
    ownGap === null || ownGap === 0 ? [] : [NOTE_WORDS.ownGap(unitName(plan, unit), amountText(plan, result, ownGap))],
  );
  return behind.length === 0 ? null : NOTE_WORDS.nobodyAlone(indicatorLabel(plan, result.id), listed(behind));
}

/** In the unit of the numerator; never shown as nothing. */
function amountText(plan: Plan, result: IndicatorResult, amount: number): string {
  return formatFigureBeside(amount, numeratorUnit(plan, result.id), [0]);
}
