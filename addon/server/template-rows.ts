/** The rows of a tab with inputs, in the resolution's order, grouped by section and target. Pure: what, not how it is drawn. */

import { formatNumber } from '../../shared/number-format.ts';
import type { Period } from '../../shared/periods.ts';
import { quarterOf } from '../../shared/periods.ts';
import { inputsOf, type Plan, unitName } from '../../shared/plan.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { periodHeading, SAMPLE_MARK } from '../../shared/words.ts';
import { type HeadingRow, sectionedRows } from './sectioned-rows.ts';
import type { InputTab } from './tabs.ts';
import { TEMPLATE_WORDS } from './words.ts';

export type TemplateRow =
  | { readonly kind: 'title' }
  | { readonly kind: 'subtitle' }
  | { readonly kind: 'head' }
  | HeadingRow
  | { readonly kind: 'input'; readonly number: string; readonly input: InputDefinition };

/** Title, subtitle and heads stay in view. */
export const FROZEN_ROWS = 3;
/** Column of the labels ("Chỉ tiêu"), counted from 1. */
export const LABEL_COLUMN = 2;
/** Columns before the first period: STT, Chỉ tiêu, Đơn vị tính. */
export const LEADING_COLUMNS = 3;

export function templateRows(plan: Plan, unit: string): readonly TemplateRow[] {
  const inputs = inputsOf(plan, unit);
  const body = sectionedRows(
    plan.resolution,
    (target) => inputs.filter((input) => input.target === target),
    (number, input): TemplateRow => ({ kind: 'input', number, input }),
  );
  return [{ kind: 'title' }, { kind: 'subtitle' }, { kind: 'head' }, ...body];
}

/** The texts of a tab; the cells of the periods are left empty. */
export function templateTexts(
  plan: Plan,
  unit: string,
  tab: InputTab,
  rows: readonly TemplateRow[],
  sample: boolean,
): string[][] {
  const { heads } = TEMPLATE_WORDS;
  const gap = tab.periods.map(() => '');
  const name = unitName(plan, unit);
  return rows.map((row) => {
    if (row.kind === 'title') return [TEMPLATE_WORDS.title(tab.year, tab.baseline), '', '', ...gap, ''];
    if (row.kind === 'subtitle') return [TEMPLATE_WORDS.subtitle(name, sample ? SAMPLE_MARK : ''), '', '', ...gap, ''];
    if (row.kind === 'head')
      return [heads.number, heads.label, heads.unit, ...tab.periods.map(periodHeading), heads.remark];
    if (row.kind === 'input') return [row.number, row.input.label, row.input.unit, ...gap, ''];
    return [row.number, row.label, '', ...gap, ''];
  });
}

/** The note of a label: the exact definition, and what the rules ask of the figure. Empty where there is none. */
export function noteOf(plan: Plan, row: TemplateRow): string {
  if (row.kind === 'target') return row.source;
  if (row.kind !== 'input') return '';
  const { input } = row;
  const { id, partOf, plausibleUpTo } = input;
  const labelOf = (other: string | undefined) => (other === undefined ? undefined : plan.inputById.get(other)?.label);
  const whole = labelOf(partOf);
  const repeated = labelOf(plan.comparedWith.get(id));
  return [
    `${input.label}.`,
    TEMPLATE_WORDS.measure(input.unit),
    TEMPLATE_WORDS.kinds[input.kind],
    TEMPLATE_WORDS.due[input.due],
    ...(whole === undefined ? [] : [TEMPLATE_WORDS.partOf(whole)]),
    ...(repeated === undefined ? [] : [TEMPLATE_WORDS.repeats(repeated)]),
    ...(plausibleUpTo === undefined ? [] : [TEMPLATE_WORDS.plausible(`${formatNumber(plausibleUpTo)} ${input.unit}`)]),
    `${TEMPLATE_WORDS.target(input.target)}.`,
  ].join('\n');
}

/** Whether the cell is grey: it may be filled in, but nothing is missing while it is empty. */
export function isOptional(tab: InputTab, input: InputDefinition, period: Period): boolean {
  if (tab.baseline) return false;
  if (input.due === 'baseline') return true;
  return input.due === 'year' && quarterOf(period) !== 4;
}

/** In US notation, which the platform translates by the spreadsheet's locale. */
export function numberFormatOf(input: InputDefinition): string {
  if (input.kind === 'flag') return '@';
  return input.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(input.decimals)}`;
}
