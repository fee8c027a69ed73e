/** The field for one input, ready to be drawn: what it holds, what that is read as, and what is wrong with it. */

import { formatValue } from '../../../shared/display.ts';
import { formatMoney, MONEY_DECIMALS } from '../../../shared/money.ts';
import { decimalsOf, formatNumber } from '../../../shared/number-format.ts';
import { type Period, yearBefore } from '../../../shared/periods.ts';
import type { Plan } from '../../../shared/plan.ts';
import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import { type Value, type Values, valueIn } from '../../../shared/values.ts';
import type { Finding } from '../../../shared/wire.ts';
import { periodName } from '../../../shared/words.ts';
import type { CellReading, Selection } from '../../rpc.ts';
import { FIELD_WORDS, READING_WORDS } from '../words.ts';
import { findingsFor } from './judge.ts';
import { levelBefore } from './keep.ts';
import { lastNumber } from './order.ts';
import { type FieldReading, readField } from './reading.ts';
import type { Draft } from './state.ts';

/** What no key changes: whose field it is, what the sheet has there, and what was before. */
export interface FieldPlace {
  readonly cell: Selection;
  readonly input: InputDefinition;
  readonly held: CellReading;
  /** The latest earlier number. */
  readonly last: number | null;
  /** The level of the period before, where it is one. */
  readonly before: Value;
  /** Earlier values, each as one short line. */
  readonly history: readonly string[];
}

export interface FieldView {
  readonly cell: Selection;
  readonly input: InputDefinition;
  readonly text: string;
  readonly reading: FieldReading;
  /** True while the field differs from the sheet and has not been committed. */
  readonly edited: boolean;
  readonly echo: string;
  readonly findings: readonly Finding[];
  readonly fromFormula: boolean;
  /** The workbook has no cell for it: nothing can be typed. */
  readonly absent: boolean;
  /** Whether the value was only kept from the period before, and nobody has confirmed it. */
  readonly unconfirmed: boolean;
  readonly offer: Offer | null;
}

/** The one thing that a key may take over: another reading of a text, a formula's result, the last period's level, a confirmation. */
type Offer =
  | { readonly kind: 'suggestion' | 'keep'; readonly text: string; readonly label: string }
  | { readonly kind: 'formula'; readonly value: Value; readonly label: string }
  | { readonly kind: 'confirm'; readonly label: string };

interface Source {
  readonly plan: Plan;
  readonly unit: string;
  readonly valuesIn: (period: Period) => Values;
  readonly unconfirmed: boolean;
}

/** Null for an input that the resolution does not have. */
export function placeOf(
  { plan, valuesIn }: Pick<Source, 'plan' | 'valuesIn'>,
  cell: Selection,
  held: CellReading,
): FieldPlace | null {
  const input = plan.inputById.get(cell.input);
  if (input === undefined) return null;
  return {
    cell,
    input,
    held,
    last: lastNumber(plan, valuesIn, cell)?.value ?? null,
    before: levelBefore(plan, valuesIn, cell.period, input),
    history: historyOf(plan, valuesIn, cell, input),
  };
}

export function fieldOf(
  { plan, unit, valuesIn, unconfirmed }: Source,
  { cell, input, held, last, before }: FieldPlace,
  draft: Draft | undefined,
): FieldView {
  const reading = draft === undefined ? heldReading(input, held, last) : readField(input, draft, last);
  const findings = reading.kind === 'value' ? findingsFor(plan, unit, valuesIn, cell.period, input, reading.value) : [];
  return {
    cell,
    input,
    text: draft?.text ?? textOf(held),
    reading,
    edited: draft !== undefined,
    echo: reading.kind === 'value' ? echoOf(input, reading.value) : '',
    findings,
    absent: held.status === 'absent',
    fromFormula: held.status === 'value' && held.fromFormula,
    unconfirmed,
    offer: offerOf(input, { held, reading, edited: draft !== undefined, unconfirmed }, before),
  };
}

/** What a cell's text could mean is asked and offered here as if it had been typed; what stands in for the cell's own words is not. */
function heldReading(input: InputDefinition, held: CellReading, last: number | null): FieldReading {
  if (held.status === 'value') return { kind: 'value', value: held.value };
  if (held.status === 'absent') return { kind: 'refused', message: READING_WORDS.absent, suggestion: null };
  if (held.choices !== undefined) return { kind: 'ask', choices: held.choices };
  const refused = { kind: 'refused', message: held.message, suggestion: null } as const;
  if (input.kind === 'flag' || held.offer !== undefined) return refused;
  const typed = readField(input, { text: held.shown, chosen: null }, last);
  if (typed.kind === 'value') return refused;
  return typed.kind === 'ask' ? typed : { ...refused, suggestion: typed.suggestion };
}

interface Standing {
  readonly held: CellReading;
  readonly reading: FieldReading;
  readonly edited: boolean;
  readonly unconfirmed: boolean;
}

function offerOf(input: InputDefinition, standing: Standing, before: Value): Offer | null {
  const { held, reading, edited, unconfirmed } = standing;
  if (reading.kind === 'refused' && reading.suggestion !== null) {
    return { kind: 'suggestion', text: reading.suggestion, label: READING_WORDS.suggest(reading.suggestion) };
  }
  if (edited) return null;
  if (held.status === 'unsendable') {
    if (held.offer === undefined) return null;
    const label = FIELD_WORDS.overFormula(formatValue(held.offer, input.unit));
    return { kind: 'formula', value: held.offer, label };
  }
  if (held.status === 'absent') return null;
  if (unconfirmed) return { kind: 'confirm', label: FIELD_WORDS.confirm(formatValue(held.value, input.unit)) };
  if (held.value !== null || before === null) return null;
  return { kind: 'keep', text: valueText(before), label: FIELD_WORDS.keepLast(formatValue(before, input.unit)) };
}

/** A cell's content as its field shows it before anyone types. */
function textOf(held: CellReading): string {
  if (held.status === 'absent') return '';
  return held.status === 'unsendable' ? held.shown : valueText(held.value);
}

function valueText(value: Value): string {
  if (typeof value === 'number') return formatNumber(value);
  return value === 'na' ? READING_WORDS.notApplicable : '';
}

/** What was read, said back with all its decimals: an echo never rounds. Money also as offices say it, to the million. */
export function echoOf(input: InputDefinition, value: Value): string {
  if (value === null) return READING_WORDS.blank;
  if (value === 'na') return `${READING_WORDS.notApplicable} ${READING_WORDS.notApplicableHint}`;
  if (typeof value === 'boolean') return READING_WORDS.echo(value ? READING_WORDS.yes : READING_WORDS.no);
  const shown = READING_WORDS.echo(formatNumber(value, decimalsOf(value)));
  return isMoney(input) && decimalsOf(value) <= MONEY_DECIMALS ? `${shown} = ${formatMoney(value)}` : shown;
}

function isMoney(input: InputDefinition): boolean {
  return input.unit === 'tỷ đồng';
}

function historyOf(
  plan: Plan,
  valuesIn: (period: Period) => Values,
  cell: Selection,
  input: InputDefinition,
): readonly string[] {
  const index = plan.periods.indexOf(cell.period);
  const previous = plan.periods[index - 1];
  const lastYear = yearBefore(cell.period);
  const line = (period: Period): string =>
    FIELD_WORDS.before(
      periodName(period, plan.periods[0]),
      formatValue(valueIn(valuesIn(period), input.id), input.unit),
    );
  return [
    ...(previous === undefined ? [] : [line(previous)]),
    ...(lastYear !== previous && plan.periods.includes(lastYear) ? [line(lastYear)] : []),
  ];
}

/** Whether what is typed may go into the sheet: a value that the rules do not refuse. */
export function committable(field: FieldView): boolean {
  return field.reading.kind === 'value' && !field.findings.some((finding) => finding.severity === 'refused');
}
