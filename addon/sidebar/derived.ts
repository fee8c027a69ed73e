/** What is derived from the state, each signal recomputed only where its own sources change. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { expectedInputs } from '../../shared/completeness.ts';
import type { Period } from '../../shared/periods.ts';
import type { Plan } from '../../shared/plan.ts';
import { reasonGiven } from '../../shared/validate.ts';
import type { Value, Values } from '../../shared/values.ts';
import type { Selection } from '../rpc.ts';
import { deferred, type Later } from './deferred.ts';
import { type Agenda, agendaOf, leftTexts, NO_AGENDA } from './model/agenda.ts';
import { type CellState, cellStates } from './model/cell-state.ts';
import { cellAt, unsendableOf, valuesOf } from './model/cells.ts';
import { type EffectView, effectsIn } from './model/effect.ts';
import { type FieldPlace, type FieldView, fieldOf, placeOf } from './model/field.ts';
import { judgePeriod, reasonsIn, reasonText } from './model/judge.ts';
import { type Keepable, keepables, unconfirmedIn } from './model/keep.ts';
import { keyOf, type SidebarState, sameCell } from './model/state.ts';
import { type SyncLine, syncLine } from './model/sync-line.ts';
import { type Parts, stable } from './parts.ts';

/** What the derived signals are made from. */
export interface Base {
  readonly plan: Plan;
  readonly parts: Parts;
  readonly unit: ReadonlySignal<string | null>;
  readonly period: ReadonlySignal<Period | null>;
  readonly valuesIn: ReadonlySignal<(period: Period) => Values>;
}

export interface Derived extends Omit<Base, 'parts'> {
  /** What of the field shown stays as it is while a person types. */
  readonly place: ReadonlySignal<FieldPlace | null>;
  readonly field: ReadonlySignal<FieldView | null>;
  /** What the field's text is, and what that is read as: signals of their own, shown without drawing anything else. */
  readonly text: ReadonlySignal<string>;
  readonly echo: ReadonlySignal<string>;
  /** The field as the frame after a key's own knows it: what follows is made from it. A key's own frame has its echo and its findings. */
  readonly followed: ReadonlySignal<FieldView | null>;
  /** Whether what the field holds says "không áp dụng". */
  readonly notApplicable: ReadonlySignal<boolean>;
  /** How the cell of the field shown stands. */
  readonly cellStates: ReadonlySignal<readonly CellState[]>;
  readonly effects: ReadonlySignal<readonly EffectView[]>;
  /** The goal of what the input feeds, where that is one thing. */
  readonly goal: ReadonlySignal<string | null>;
  readonly agenda: ReadonlySignal<Agenda>;
  readonly line: ReadonlySignal<SyncLine>;
  /** Inputs of the period shown that were kept from the one before and that nobody has confirmed. */
  readonly unconfirmed: ReadonlySignal<readonly string[]>;
  /** Levels of the period shown that could be kept. */
  readonly keepable: ReadonlySignal<readonly Keepable[]>;
  /** Why the period shown takes no edit; null where it does. */
  readonly closed: ReadonlySignal<'accepted' | 'locked' | null>;
}

export function derivedFrom(base: Base, now: ReadonlySignal<Date>, later: Later): Derived {
  const { plan, unit, period, valuesIn } = base;
  const closed = closedFrom(base);
  const unconfirmed = unconfirmedFrom(base);
  const place = placeFrom(base);
  const field = fieldFrom(base, place, unconfirmed);
  const followed = deferred(field, (one, other) => sameCell(one?.cell ?? null, other?.cell ?? null), later);
  const effects = effectsFrom(base, enteredFrom(base, followed));
  return {
    plan,
    unit,
    period,
    valuesIn,
    place,
    field,
    text: computed(() => field.value?.text ?? ''),
    echo: computed(() => field.value?.echo ?? ''),
    followed,
    notApplicable: computed(() => followed.value?.reading.kind === 'value' && followed.value.reading.value === 'na'),
    cellStates: cellStatesFrom(base, followed, closed),
    effects,
    goal: computed(() => (effects.value.length === 1 ? (effects.value[0]?.goal ?? null) : null)),
    agenda: agendaFrom(base, unconfirmed),
    line: lineFrom(base, now),
    unconfirmed,
    keepable: keepableFrom(base, closed),
    closed,
  };
}

/** The values of each period, made once for each state of the sheet: a keystroke asks for them many times. */
export function memoised(
  readings: SidebarState['readings'],
  pending: SidebarState['pending'],
): (period: Period) => Values {
  const known = new Map<Period, Values>();
  return (period) => {
    const values = known.get(period) ?? valuesOf({ readings, pending }, period);
    known.set(period, values);
    return values;
  };
}

function closedFrom({ parts, period }: Base): Derived['closed'] {
  return computed(() => {
    if (period.value === null) return null;
    if (parts.summaries.value[period.value]?.locked === true) return 'locked';
    return parts.syncs.value[period.value]?.state === 'accepted' ? 'accepted' : null;
  });
}

function unconfirmedFrom({ parts, period }: Base): Derived['unconfirmed'] {
  return stable(() => {
    if (period.value === null) return [];
    const { syncs, readings, pending, confirmed } = parts;
    const known = {
      syncs: syncs.value,
      readings: readings.value,
      pending: pending.value,
      confirmed: confirmed.value,
    };
    return unconfirmedIn(known, period.value);
  });
}

function placeFrom({ plan, parts, unit, valuesIn }: Base): Derived['place'] {
  return computed(() => {
    const cell = parts.at.value;
    if (unit.value === null || cell === null) return null;
    const held = cellAt({ readings: parts.readings.value, pending: parts.pending.value }, cell);
    return placeOf({ plan, valuesIn: valuesIn.value }, cell, held);
  });
}

function fieldFrom(
  { plan, parts, unit, valuesIn }: Base,
  place: Derived['place'],
  unconfirmed: Derived['unconfirmed'],
): Derived['field'] {
  return computed(() => {
    if (unit.value === null || place.value === null) return null;
    const { cell } = place.value;
    const kept = unconfirmed.value.includes(cell.input);
    const source = { plan, unit: unit.value, valuesIn: valuesIn.value, unconfirmed: kept };
    return fieldOf(source, place.value, parts.drafts.value[keyOf(cell)]);
  });
}

function cellStatesFrom(
  { plan, parts, unit }: Base,
  field: Derived['field'],
  closed: Derived['closed'],
): Derived['cellStates'] {
  return stable(() => {
    const view = field.value;
    if (view === null || unit.value === null) return [];
    const { cell } = view;
    const reason = reasonText({ syncs: parts.syncs.value, reasons: parts.reasons.value }, cell);
    return cellStates({
      field: view,
      expected: expectedInputs(plan, unit.value, cell.period).includes(view.input),
      closed: closed.value !== null,
      explained: reasonGiven({ [cell.input]: reason }, cell.input),
      pending: parts.pending.value[keyOf(cell)],
      // What a copy remembers is the original's.
      sync: parts.workbook.value?.copyOf == null ? parts.syncs.value[cell.period] : undefined,
    });
  });
}

/** What the effects are the effects of. */
interface Entered {
  readonly cell: Selection;
  readonly value: Value;
}

function enteredFrom({ valuesIn }: Base, field: Derived['field']): ReadonlySignal<Entered | null> {
  return stable(() => {
    const view = field.value;
    return view === null ? null : { cell: view.cell, value: effectiveValue(view, valuesIn.value) };
  });
}

/** What stays the same from one keystroke to the next is prepared apart. */
function effectsFrom(
  { plan, parts, unit, period, valuesIn }: Base,
  entered: ReadonlySignal<Entered | null>,
): Derived['effects'] {
  const effectsOf = computed(() => {
    if (unit.value === null || period.value === null) return null;
    const summary = parts.summaries.value[period.value];
    return effectsIn({ plan, unit: unit.value, summary, valuesIn: valuesIn.value }, period.value);
  });
  return stable(() => {
    if (entered.value === null || effectsOf.value === null) return [];
    return effectsOf.value(entered.value.cell.input, entered.value.value);
  });
}

/** The typed value where it is one; else what the sheet has, so that the effect never shows what nobody typed. */
function effectiveValue(field: FieldView, valuesIn: (period: Period) => Values): Value {
  const refused = field.findings.some((finding) => finding.severity === 'refused');
  if (field.reading.kind === 'value' && !refused) return field.reading.value;
  return valuesIn(field.cell.period)[field.cell.input] ?? null;
}

function agendaFrom({ plan, parts, unit, period, valuesIn }: Base, unconfirmed: Derived['unconfirmed']) {
  const judgement = computed(() => {
    if (unit.value === null || period.value === null) return null;
    const reasons = reasonsIn({ syncs: parts.syncs.value, reasons: parts.reasons.value }, period.value);
    return judgePeriod(plan, unit.value, period.value, valuesIn.value, reasons);
  });
  const left = stable(() => (period.value === null ? [] : leftTexts(parts.drafts.value, period.value, parts.at.value)));
  return stable((): Agenda => {
    if (unit.value === null || period.value === null || judgement.value === null) return NO_AGENDA;
    const sheet = { readings: parts.readings.value, pending: parts.pending.value };
    return agendaOf({
      plan,
      unit: unit.value,
      period: period.value,
      values: valuesIn.value(period.value),
      judgement: judgement.value,
      unsendable: unsendableOf(sheet, period.value),
      left: left.value,
      unconfirmed: unconfirmed.value,
    });
  });
}

function keepableFrom({ plan, parts, unit, period, valuesIn }: Base, closed: Derived['closed']): Derived['keepable'] {
  const typedInto = stable(() => Object.keys(parts.drafts.value));
  return stable(() => {
    if (unit.value === null || period.value === null || closed.value !== null) return [];
    const sheet = { readings: parts.readings.value, pending: parts.pending.value, typedInto: typedInto.value };
    return keepables(plan, unit.value, period.value, valuesIn.value, sheet);
  });
}

function lineFrom({ parts, period }: Base, now: ReadonlySignal<Date>): ReadonlySignal<SyncLine> {
  return stable(() => {
    const known = {
      workbook: parts.workbook.value,
      pending: parts.pending.value,
      trouble: parts.trouble.value,
      syncs: parts.syncs.value,
      seen: parts.seen.value,
      conflicts: parts.conflicts.value,
    };
    return syncLine(known, period.value, now.value);
  });
}
