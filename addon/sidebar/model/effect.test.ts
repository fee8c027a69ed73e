import { describe, expect, test } from 'vitest';
import { consolidate } from '../../../shared/consolidate.ts';
import type { Period } from '../../../shared/periods.ts';
import type { Value, Values } from '../../../shared/values.ts';
import type { Summary } from '../../../shared/wire.ts';
import { bulletOf } from './bullet.ts';
import { type EffectView, effectsIn } from './effect.ts';
import { needOf } from './need.ts';
import { plan, UNIT, YEAR_END } from './sheet.test-support.ts';

const OWN: Values = { households: 2000, poorHouseholds: 60, fruitAreaCoded: 40 };
const OTHERS = ['chieng-mung', 'muong-bon'].map((unit, index) => ({
  unit,
  period: YEAR_END,
  values: { households: 2000, poorHouseholds: index === 0 ? 30 : 50, fruitAreaCoded: 45 },
}));

function summaryWith(own: Values): Summary {
  const reports = [...OTHERS, { unit: UNIT, period: YEAR_END, values: own }];
  return {
    resolution: { id: 'r', version: 1 },
    period: YEAR_END,
    locked: false,
    ledger: { index: 1, hash: '' },
    units: [],
    ...consolidate(plan, reports, YEAR_END),
  };
}

function effects(input: string, value: Value, own: Values = OWN, summary: Summary | undefined = summaryWith(own)) {
  const valuesIn = (period: Period): Values => (period === YEAR_END ? own : {});
  return effectsIn({ plan, unit: UNIT, summary, valuesIn }, YEAR_END)(input, value);
}

function only(views: readonly EffectView[]): EffectView {
  if (views.length !== 1 || views[0] === undefined) throw new Error(`${views.length} effects`);
  return views[0];
}

describe('what a value does', () => {
  test('to the unit’s figure, the commune’s, and the verdict’s word', () => {
    const view = only(effects('poorHouseholds', 20));
    expect(view.unit).toEqual({ before: '3,0%', after: '1,0%', changed: true });
    expect(view.commune).toMatchObject({ before: '2,3%', after: '1,7%', changed: true, provisional: false });
    expect(view.goal).toBe('≤ 1,5%');
  });

  test('it agrees with the consolidation of the same reports', () => {
    const view = only(effects('poorHouseholds', 10));
    const truth = summaryWith({ ...OWN, poorHouseholds: 10 }).indicators.find((one) => one.id === view.id);
    expect(truth).toMatchObject({ value: 1.5, verdict: view.commune?.verdict });
    expect(view.commune?.after).toBe('1,5%');
    expect(view.need).toBe('Đã đạt mục tiêu.');
  });

  test('what is still needed, and where most of it lies', () => {
    const view = only(effects('poorHouseholds', 20));
    expect(view.need).toBe('Còn phải giảm 10 hộ; nhiều nhất ở Mường Bon.');
  });

  test('a missing part makes the commune’s figure provisional and is named', () => {
    const view = only(effects('poorHouseholds', null));
    expect(view.unit.after).toBe('chưa có');
    expect(view.commune).toMatchObject({ provisional: true, verdict: 'no-data' });
    expect(view.need).toBe('Còn thiếu số liệu của Mường Bằng.');
  });

  test('a part above its whole is invalid, not counted; nor is the whole, wherever it counts', () => {
    const views = effects('poorHouseholds', 2001);
    expect(views.map((view) => view.id)).toEqual(['t08-poor-households', 't10-cultural-families']);
    expect(views[0]?.need).toBe('Số liệu chưa hợp lệ ở Mường Bằng.');
  });

  test('the same value changes nothing', () => {
    const view = only(effects('poorHouseholds', 60));
    expect(view.unit.changed).toBe(false);
    expect(view.commune?.changed).toBe(false);
  });

  test('without the Worker the unit’s own figure is there, and the commune’s is not made up', () => {
    const valuesIn = (period: Period): Values => (period === YEAR_END ? OWN : {});
    const view = only(effectsIn({ plan, unit: UNIT, summary: undefined, valuesIn }, YEAR_END)('poorHouseholds', 20));
    expect(view.unit.after).toBe('1,0%');
    expect(view).toMatchObject({ commune: null, target: null, bullet: null, need: null });
  });

  test('an input may feed several indicators', () => {
    expect(effects('households', 2100).length).toBeGreaterThan(1);
  });
});

describe('the bullet graph', () => {
  const result = (value: number) =>
    summaryWith({ ...OWN, poorHouseholds: value }).indicators.find((one) => one.target === 8)!;

  test('keeps every mark inside', () => {
    for (const value of [0, 10, 60, 2000]) {
      const bullet = bulletOf(result(value), result(60))!;
      for (const mark of [bullet.from, bullet.to, bullet.goal, bullet.before ?? 0, bullet.pace ?? 0]) {
        expect(mark).toBeGreaterThanOrEqual(0);
        expect(mark).toBeLessThan(1);
      }
    }
  });

  test('stands on the same side of the goal as the figure', () => {
    const above = bulletOf(result(60), result(60))!;
    const below = bulletOf(result(0), result(60))!;
    expect(above.to).toBeGreaterThan(above.goal);
    expect(below.to).toBeLessThan(below.goal);
    expect(above.good).toBe('left');
  });

  test('a falling figure goes to the left of zero', () => {
    const growth = { ...result(60), value: -4, goal: { ...result(60).goal, value: 5 } };
    const bullet = bulletOf(growth, growth)!;
    expect(bullet.from).toBe(0);
    expect(bullet.to).toBeGreaterThan(0);
    expect(bullet.goal).toBeGreaterThan(bullet.to);
  });

  test('is not drawn without a figure or for a flag', () => {
    const nothing = { ...result(60), value: null, provisional: null };
    expect(bulletOf(nothing, nothing)).toBeNull();
    const flag = { ...result(60), value: true, goal: { ...result(60).goal, value: true } };
    expect(bulletOf(flag, flag)).toBeNull();
  });
});

test('of one unit alone nobody says that it has most', () => {
  const [first] = summaryWith(OWN).indicators.filter((one) => one.target === 8);
  const alone = [{ unit: UNIT, change: 30, ownGap: 30 }];
  expect(needOf(first!, alone, { unit: 'hộ', nameOf: (id) => id })).toBe('Còn phải giảm 50 hộ.');
});

describe('the target of an indicator', () => {
  test('is named where it has other indicators, with what the value does to it', () => {
    const reports = ['chieng-mung', 'muong-bon', UNIT].map((unit) => ({
      unit,
      period: YEAR_END,
      values: { households: 1000, culturalFamilies: 850, villages: 10, villagesWithCultureHouse: 10 },
    }));
    const summary = { ...summaryWith({}), ...consolidate(plan, reports, YEAR_END) };
    const own = reports[2]!.values;
    expect(effects('culturalFamilies', 849, own, summary)[0]?.target).toEqual({
      number: 10,
      before: 'met',
      after: 'not-met',
    });
    expect(effects('culturalFamilies', 851, own, summary)[0]?.target).toEqual({
      number: 10,
      before: 'met',
      after: 'met',
    });
  });

  test('is not named where the indicator is its only one', () => {
    expect(only(effects('poorHouseholds', 20)).target).toBeNull();
  });
});
