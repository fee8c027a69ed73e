/** The sidebar's state as one signal, and what is derived from it, recomputed only where its own sources change. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Period } from '../../shared/periods.ts';
import type { Plan } from '../../shared/plan.ts';
import type { Value, Values } from '../../shared/values.ts';
import { type Agenda, agendaOf, leftTexts, NO_AGENDA } from './model/agenda.ts';
import { cellAt, unsendableOf, valuesOf } from './model/cells.ts';
import { type EffectView, effectsIn } from './model/effect.ts';
import { type FieldView, fieldOf } from './model/field.ts';
import { judgePeriod, reasonsIn } from './model/judge.ts';
import { reduce, type SidebarEvent } from './model/reduce.ts';
import { INITIAL, keyOf, type SidebarState } from './model/state.ts';
import { type SyncLine, syncLine } from './model/sync-line.ts';
import { type Parts, partsOf, stable } from './parts.ts';

export interface Store {
  readonly plan: Plan;
  readonly state: ReadonlySignal<SidebarState>;
  /** The state's parts, each a signal of its own: a keystroke redraws only what it touches. */
  readonly parts: Parts;
  readonly dispatch: (event: SidebarEvent) => void;
  /** One counter for all stamps and sequence numbers: what is later is greater. */
  readonly stamp: () => number;
  readonly unit: ReadonlySignal<string | null>;
  readonly period: ReadonlySignal<Period | null>;
  readonly valuesIn: ReadonlySignal<(period: Period) => Values>;
  readonly field: ReadonlySignal<FieldView | null>;
  readonly effects: ReadonlySignal<readonly EffectView[]>;
  readonly agenda: ReadonlySignal<Agenda>;
  readonly line: ReadonlySignal<SyncLine>;
  /** The minute's clock, for words such as "hôm nay". */
  readonly now: ReadonlySignal<Date>;
  readonly tick: (now: Date) => void;
}

/** What the derived signals are made from. */
interface Base {
  readonly plan: Plan;
  readonly parts: Parts;
  readonly unit: ReadonlySignal<string | null>;
  readonly period: ReadonlySignal<Period | null>;
  readonly valuesIn: ReadonlySignal<(period: Period) => Values>;
}

export function createStore(plan: Plan, start: Date): Store {
  const state = signal<SidebarState>(INITIAL);
  const now = signal(start);
  let counter = 0;
  const parts = partsOf(state);
  const unit = computed(() => parts.workbook.value?.unit ?? null);
  const period = computed(() => parts.at.value?.period ?? null);
  const valuesIn = computed(() => memoised(parts.readings.value, parts.pending.value));
  const base: Base = { plan, parts, unit, period, valuesIn };
  const field = fieldFrom(base);
  return {
    ...base,
    state,
    dispatch: (event) => {
      state.value = reduce(state.value, event);
    },
    stamp: () => ++counter,
    field,
    effects: effectsFrom(base, field),
    agenda: agendaFrom(base),
    line: lineFrom(base, now),
    now,
    tick: (at) => {
      now.value = at;
    },
  };
}

/** The values of each period, made once for each state of the sheet: a keystroke asks for them many times. */
function memoised(readings: SidebarState['readings'], pending: SidebarState['pending']): (period: Period) => Values {
  const known = new Map<Period, Values>();
  return (period) => {
    const values = known.get(period) ?? valuesOf({ readings, pending }, period);
    known.set(period, values);
    return values;
  };
}

function fieldFrom({ plan, parts, unit, valuesIn }: Base): ReadonlySignal<FieldView | null> {
  return computed(() => {
    const cell = parts.at.value;
    if (unit.value === null || cell === null) return null;
    const held = cellAt({ readings: parts.readings.value, pending: parts.pending.value }, cell);
    const source = { plan, unit: unit.value, valuesIn: valuesIn.value };
    return fieldOf(source, cell, held, parts.drafts.value[keyOf(cell)]);
  });
}

/** What stays the same from one keystroke to the next is prepared apart. */
function effectsFrom(
  { plan, parts, unit, period, valuesIn }: Base,
  field: ReadonlySignal<FieldView | null>,
): ReadonlySignal<readonly EffectView[]> {
  const effectsOf = computed(() => {
    if (unit.value === null || period.value === null) return null;
    const summary = parts.summaries.value[period.value];
    return effectsIn({ plan, unit: unit.value, summary, valuesIn: valuesIn.value }, period.value);
  });
  return stable(() => {
    const view = field.value;
    if (view === null || effectsOf.value === null) return [];
    return effectsOf.value(view.cell.input, effectiveValue(view, valuesIn.value));
  });
}

/** The typed value where it is one; else what the sheet has, so that the effect never shows what nobody typed. */
function effectiveValue(field: FieldView, valuesIn: (period: Period) => Values): Value {
  const refused = field.findings.some((finding) => finding.severity === 'refused');
  if (field.reading.kind === 'value' && !refused) return field.reading.value;
  return valuesIn(field.cell.period)[field.cell.input] ?? null;
}

function agendaFrom({ plan, parts, unit, period, valuesIn }: Base): ReadonlySignal<Agenda> {
  const judgement = computed(() => {
    if (unit.value === null || period.value === null) return null;
    const reasons = reasonsIn({ syncs: parts.syncs.value, reasons: parts.reasons.value }, period.value);
    return judgePeriod(plan, unit.value, period.value, valuesIn.value, reasons);
  });
  const left = stable(() => (period.value === null ? [] : leftTexts(parts.drafts.value, period.value, parts.at.value)));
  return stable(() => {
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
    });
  });
}

function lineFrom({ parts, period }: Base, now: ReadonlySignal<Date>): ReadonlySignal<SyncLine> {
  return stable(() => {
    const known = {
      workbook: parts.workbook.value,
      pending: parts.pending.value,
      trouble: parts.trouble.value,
      syncs: parts.syncs.value,
      conflicts: parts.conflicts.value,
    };
    return syncLine(known, period.value, now.value);
  });
}
