/** The rows of a tab with inputs, in the resolution's order, grouped by section and target. Pure: what, not how it is drawn. */

import type { Period } from '../../shared/periods.ts';
import { quarterOf } from '../../shared/periods.ts';
import { inputsOf, type Plan, unitName } from '../../shared/plan.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import { periodHeading, SAMPLE_MARK } from '../../shared/words.ts';
import type { InputTab } from './tabs.ts';
import { TEMPLATE_WORDS } from './words.ts';

export type TemplateRow =
  | { readonly kind: 'title' }
  | { readonly kind: 'subtitle' }
  | { readonly kind: 'head' }
  | { readonly kind: 'section'; readonly number: string; readonly label: string }
  | { readonly kind: 'target'; readonly number: string; readonly label: string; readonly source: string }
  | { readonly kind: 'input'; readonly number: string; readonly input: InputDefinition };

/** Title, subtitle and heads stay in view. */
export const FROZEN_ROWS = 3;
/** Columns before the first period: STT, Chỉ tiêu, Đơn vị tính. */
export const LEADING_COLUMNS = 3;

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

export function templateRows(plan: Plan, unit: string): readonly TemplateRow[] {
  const rows: TemplateRow[] = [{ kind: 'title' }, { kind: 'subtitle' }, { kind: 'head' }];
  const inputs = inputsOf(plan, unit);
  let sections = 0;
  for (const section of plan.resolution.sections) {
    const targets = plan.resolution.targets.filter((target) => target.section === section.id);
    const body = targets.flatMap((target) => targetRows(target, inputs));
    if (body.length === 0) continue;
    rows.push({ kind: 'section', number: ROMAN[sections++] ?? String(sections), label: section.label }, ...body);
  }
  return rows;
}

function targetRows(target: Plan['resolution']['targets'][number], inputs: readonly InputDefinition[]): TemplateRow[] {
  const own = inputs.filter((input) => input.target === target.number);
  if (own.length === 0) return [];
  const number = String(target.number);
  const source = target.source.text ?? '';
  const rows = own.map((input, index) => ({ kind: 'input' as const, number: `${number}.${index + 1}`, input }));
  return [{ kind: 'target', number, label: target.label, source }, ...rows];
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

/** The note of a label: the exact definition. Empty where there is none. */
export function noteOf(plan: Plan, row: TemplateRow): string {
  if (row.kind === 'target') return row.source;
  if (row.kind !== 'input') return '';
  const { input } = row;
  const whole = input.partOf === undefined ? undefined : plan.inputById.get(input.partOf);
  return [
    `${input.label}.`,
    TEMPLATE_WORDS.measure(input.unit),
    TEMPLATE_WORDS.kinds[input.kind],
    TEMPLATE_WORDS.due[input.due],
    ...(whole === undefined ? [] : [TEMPLATE_WORDS.partOf(whole.label)]),
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
