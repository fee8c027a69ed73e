/** The tab "Tổng hợp" as rows of text: every figure with its verdict, its coverage and its age. Pure. */

import { localTime } from '../../shared/dates.ts';
import { formatFigureBeside, goalText } from '../../shared/display.ts';
import { indicatorLabel, type Plan } from '../../shared/plan.ts';
import type { IndicatorResult, Summary } from '../../shared/wire.ts';
import { LOCKED, periodName, SAMPLE_MARK, STATE_WORDS, VERDICT_WORDS } from '../../shared/words.ts';
import { SUMMARY_WORDS } from './words.ts';

export const SUMMARY_COLUMNS = SUMMARY_WORDS.heads.length;

/** Rows before the indicators: title, date of the figures, heads. */
export const SUMMARY_HEAD_ROWS = 3;

interface SummaryContext {
  readonly plan: Plan;
  readonly unit: string;
  readonly sample: boolean;
  readonly summary: Summary;
}

/** The whole tab; always as many rows and columns for one resolution, so that a new one covers the old one. */
export function summaryTable(context: SummaryContext): string[][] {
  const { plan, summary } = context;
  const heading = [SUMMARY_WORDS.title(periodName(summary.period, plan.resolution.term.baseline))];
  return [heading, [asOf(context)], [...SUMMARY_WORDS.heads], ...indicatorRows(context), [], ...unitRows(context)].map(
    padded,
  );
}

function asOf({ summary, sample }: SummaryContext): string {
  const newest = newestOf(
    summary,
    summary.units.map((unit) => unit.id),
  );
  const parts = [SUMMARY_WORDS.asOf(newest), ...(summary.locked ? [LOCKED] : []), ...(sample ? [SAMPLE_MARK] : [])];
  return parts.join(' · ');
}

function indicatorRows(context: SummaryContext): string[][] {
  const { plan, summary } = context;
  return summary.indicators.map((result) => [
    String(result.target),
    indicatorLabel(plan, result.id),
    result.unit ?? '',
    ownFigure(context, result),
    communeFigure(result),
    goalText(result.goal, result.unit),
    VERDICT_WORDS[result.verdict],
    coverage(summary, result),
    newestOf(summary, result.coverage.have),
  ]);
}

function boundsOf({ goal }: IndicatorResult): number[] {
  return [goal.value, goal.stretch].filter((bound): bound is number => typeof bound === 'number');
}

function ownFigure({ unit }: SummaryContext, result: IndicatorResult): string {
  const part = result.parts[unit];
  return part === undefined ? '' : formatFigureBeside(part.value, result.unit, boundsOf(result));
}

function communeFigure(result: IndicatorResult): string {
  const shown = (value: number | boolean) => formatFigureBeside(value, result.unit, boundsOf(result));
  if (result.value !== null) return shown(result.value);
  if (result.provisional !== null) return SUMMARY_WORDS.provisional(shown(result.provisional));
  if (result.last === null) return SUMMARY_WORDS.none;
  return SUMMARY_WORDS.last(shown(result.last.value), periodName(result.last.period));
}

function coverage(summary: Summary, { coverage: { have, missing, invalid } }: IndicatorResult): string {
  const all = have.length + missing.length + invalid.length;
  const names = (ids: readonly string[]) =>
    ids.map((id) => summary.units.find((unit) => unit.id === id)?.name ?? id).join(', ');
  const parts = [all === 0 ? '' : SUMMARY_WORDS.coverage(have.length, all)];
  // Where none of several has a figure their names say nothing more.
  if (missing.length > 0 && (missing.length < all || all === 1)) parts.push(SUMMARY_WORDS.missing(names(missing)));
  if (invalid.length > 0) parts.push(SUMMARY_WORDS.invalid(names(invalid)));
  return parts.filter((part) => part !== '').join('; ');
}

function unitRows({ summary }: SummaryContext): string[][] {
  const rows = summary.units.map((unit) => [
    '',
    unit.name,
    '',
    '',
    STATE_WORDS[unit.state],
    unit.errors === 0 ? '' : String(unit.errors),
    unit.warnings === 0 ? '' : String(unit.warnings),
    '',
    momentText(unit.updatedAt),
  ]);
  const [name, state, updated, errors, reasons] = SUMMARY_WORDS.unitHeads;
  return [['', name, '', '', state, errors, reasons, '', updated], ...rows];
}

/** When the newest of these units' reports came in, as people write it; empty where there is none. */
function newestOf(summary: Summary, ids: readonly string[]): string {
  const times = summary.units.flatMap((unit) =>
    ids.includes(unit.id) && unit.updatedAt !== null ? [unit.updatedAt] : [],
  );
  return momentText(times.sort().pop() ?? null);
}

/** "10:32 23/11/2026"; empty where there is no moment. */
function momentText(iso: string | null): string {
  const moment = iso === null ? null : localTime(iso);
  return moment === null ? '' : `${moment.time} ${moment.date}`;
}

function padded(row: readonly string[]): string[] {
  return [...row, ...Array<string>(SUMMARY_COLUMNS - row.length).fill('')];
}
