/** What a typed value does: the unit's and the commune's figure before and after, the verdict, and what is still needed. */

import type { UnitReport } from '../../../shared/cells.ts';
import { formatFigure, formatFigureBeside, goalText } from '../../../shared/display.ts';
import { type Effect, type PartFigure, whatIf } from '../../../shared/effect.ts';
import type { Period } from '../../../shared/periods.ts';
import { numeratorUnit, type Plan, unitName } from '../../../shared/plan.ts';
import { remediesFor } from '../../../shared/remedies.ts';
import type { Value, Values } from '../../../shared/values.ts';
import type { IndicatorResult, Summary, Verdict } from '../../../shared/wire.ts';
import { EFFECT_WORDS } from '../words.ts';
import { type Bullet, bulletOf } from './bullet.ts';
import { needOf } from './need.ts';

/** A figure before and after; equal texts where nothing changed. */
export interface Change {
  readonly before: string;
  readonly after: string;
  readonly changed: boolean;
}

export interface EffectView {
  readonly id: string;
  readonly label: string;
  readonly goal: string;
  readonly unit: Change;
  /** Null while the commune's figures are not known. */
  readonly commune: (Change & { readonly provisional: boolean; readonly verdict: Verdict }) | null;
  /** The number of the target, where it has other indicators too and so its verdict need not be this one's; else null. */
  readonly shared: number | null;
  /** That target's verdict; null while the commune's figures are not known. */
  readonly target: Effect['target'] | null;
  /** Whether there is something to draw once the commune's figures are known: its room is kept. */
  readonly drawn: boolean;
  readonly bullet: Bullet | null;
  readonly chart: string;
  readonly need: string | null;
}

interface Sheet {
  readonly plan: Plan;
  readonly unit: string;
  readonly summary: Summary | undefined;
  readonly valuesIn: (period: Period) => Values;
}

/** The effects of putting a value into a cell of one period, one for each indicator that it touches. */
export type EffectsOf = (input: string, value: Value) => readonly EffectView[];

/** Prepares what stays the same while a person types in one period. */
export function effectsIn(sheet: Sheet, period: Period): EffectsOf {
  const { plan, unit } = sheet;
  const known = sheet.summary?.indicators ?? null;
  const ask = whatIf(plan, { summary: { period, indicators: known }, unit, own: ownReports(sheet) });
  return (input, value) => {
    const effects = ask(input, value);
    const results = known?.map((result) => effects.find((effect) => effect.before === result)?.after ?? result) ?? null;
    return effects.map((effect) => viewOf(plan, effect, results));
  };
}

function ownReports({ plan, unit, valuesIn }: Sheet): readonly UnitReport[] {
  return plan.periods.flatMap((period) => {
    const values = valuesIn(period);
    return Object.keys(values).length === 0 ? [] : [{ unit, period, values }];
  });
}

/** @param known the commune's figures with the typed value; null while they are not known. */
function viewOf(plan: Plan, effect: Effect, known: readonly IndicatorResult[] | null): EffectView {
  const { indicator, after, before } = effect;
  const value = after.value ?? after.provisional;
  const own = {
    id: indicator.id,
    label: indicator.label,
    goal: goalText(after.goal, after.unit),
    unit: partChange(effect),
    shared: sharedTarget(plan, indicator.target),
    drawn: indicator.formula.kind !== 'flag',
    chart: EFFECT_WORDS.chart(shown(value, after), goalText(after.goal, after.unit)),
  };
  if (known === null) return { ...own, commune: null, target: null, bullet: null, need: null };
  return {
    ...own,
    commune: {
      ...resultChange(before, after),
      provisional: after.value === null && value !== null,
      verdict: after.verdict,
    },
    target: sharedTarget(plan, indicator.target) === null ? null : effect.target,
    bullet: bulletOf(after, before),
    need: needOf(after, remediesFor(plan, after, known), {
      unit: numeratorUnit(plan, indicator.id),
      nameOf: (id) => unitName(plan, id),
    }),
  };
}

function sharedTarget({ indicators }: Plan, target: number): number | null {
  return indicators.filter(({ definition }) => definition.target === target).length < 2 ? null : target;
}

/** Enough decimals that a figure is shown on its own side of the goal and the pace. */
function shown(value: number | boolean | null, { unit, goal, expected }: IndicatorResult): string {
  if (value === null) return EFFECT_WORDS.noFigure;
  const bounds = [goal.value, goal.stretch, expected].filter((bound) => typeof bound === 'number');
  return typeof value === 'number' ? formatFigureBeside(value, unit, bounds) : formatFigure(value, unit);
}

function resultChange(before: IndicatorResult, after: IndicatorResult): Change {
  return change(shown(before.value ?? before.provisional, before), shown(after.value ?? after.provisional, after));
}

function partChange({ unitBefore, unitAfter, after }: Effect): Change {
  const text = (part: PartFigure | null): string => (part === null ? EFFECT_WORDS.noFigure : shown(part.value, after));
  return change(text(unitBefore), text(unitAfter));
}

function change(before: string, after: string): Change {
  return { before, after, changed: before !== after };
}
