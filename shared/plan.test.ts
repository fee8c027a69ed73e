/** What a compiled plan knows: made in each test, from the real resolution and from data that is wrong. */
import { expect, test } from 'vitest';
import { compilePlan, inputsOf, isWithin, numeratorUnit, unitOf } from './plan.ts';
import { chiengMung } from './resolution/chieng-mung.ts';
import type { Resolution } from './resolution/schema.ts';

const compiled = () => compilePlan(chiengMung());

function touchedBy(input: string): readonly string[] {
  const plan = compiled();
  const places = plan.touches[plan.inputIndex.get(input)!]!;
  return places.map((place) => plan.indicators[place]!.definition.id);
}

test('an input touches the indicators that it feeds, as any part of their formula', () => {
  expect(touchedBy('coffeeArea')).toEqual(['t02-coffee-area']);
  expect(touchedBy('revenue')).toEqual(['t01-revenue-growth', 't01-revenue-term']);
  expect(touchedBy('revenueSamePeriodLastYear')).toEqual(['t01-revenue-growth']);
  expect(touchedBy('households')).toEqual(['t08-poor-households', 't10-cultural-families']);
  expect(touchedBy('ntmCriteriaMet')).toEqual([]);
});

test('the baseline that a goal is a share of touches its indicator', () => {
  expect(touchedBy('complexCasesPreviousTerm')).toEqual(['t22-complex-cases']);
});

test('inputs by the kind of unit that reports them', () => {
  const plan = compiled();
  expect(inputsOf(plan, 'office')).toHaveLength(14);
  expect(inputsOf(plan, 'office')[0]?.id).toBe('totalSpending');
  expect(inputsOf(plan, 'muong-bon')).toHaveLength(49);
  expect(inputsOf(plan, 'suoi-mau')).toEqual([]);
  expect(unitOf(plan, 'muong-bon')?.id).toBe('muong-bon');
  expect(unitOf(plan, 'suoi-mau')).toBeUndefined();
});

test('inputs and indicators by their ids', () => {
  const plan = compiled();
  expect(plan.inputById.get('coffeeArea')?.decimals).toBe(2);
  expect(plan.inputById.size).toBe(63);
  expect(plan.indicatorById.get('t19-new-members')?.target).toBe(19);
  expect(plan.indicatorById.size).toBe(44);
});

test('parts of wholes, and parts of parts', () => {
  const plan = compiled();
  const place = (id: string) => plan.inputIndex.get(id)!;
  expect(plan.partsOf.get('schools')?.map((part) => part.id)).toEqual(['schoolsStandard']);
  expect(plan.partsOf.get('households')?.map((part) => part.id)).toEqual(['poorHouseholds', 'culturalFamilies']);
  expect(plan.partsOf.get('revenue')).toBeUndefined();
  expect(isWithin(plan, place('schoolsLevel2'), place('schools'))).toBe(true);
  expect(isWithin(plan, place('schoolsLevel2'), place('schoolsStandard'))).toBe(true);
  expect(isWithin(plan, place('schools'), place('schoolsLevel2'))).toBe(false);
  expect(isWithin(plan, place('schools'), place('schools'))).toBe(false);
  expect(isWithin(plan, place('schools'), place('households'))).toBe(false);
});

test('what repeats last year’s figure, and what sets a pace by its baseline', () => {
  const plan = compiled();
  expect([...plan.comparedWith]).toEqual([['revenueSamePeriodLastYear', 'revenue']]);
  expect(plan.byEndInputs.has('enterprises')).toBe(true);
  expect(plan.byEndInputs.has('vegetableArea')).toBe(true);
  expect(plan.byEndInputs.has('coffeeArea')).toBe(false);
  expect(plan.byEndInputs.has('newMembers')).toBe(false);
});

test('a pace for what is judged over the term alone', () => {
  const paced = compiled().indicators.filter((indicator) => indicator.pace !== null);
  expect(new Set(paced.map((indicator) => indicator.goal.horizon))).toEqual(new Set(['term']));
  expect(paced).toHaveLength(6);
});

test('the unit of an indicator’s numerator', () => {
  const plan = compiled();
  expect(numeratorUnit(plan, 't08-poor-households')).toBe('hộ');
  expect(numeratorUnit(plan, 't02-coffee-area')).toBe('ha');
  expect(numeratorUnit(plan, 't99')).toBeNull();
});

test('an id that is not there is a bug in the data', () => {
  const spoil = (change: (resolution: { inputs: Resolution['inputs'] }) => void) => {
    const resolution = structuredClone(chiengMung());
    change(resolution);
    return () => compilePlan(resolution);
  };
  expect(spoil((resolution) => Object.assign(resolution.inputs[4]!, { partOf: 'tea' }))).toThrow('unknown id tea');
  expect(spoil((resolution) => Object.assign(resolution, { inputs: [] }))).toThrow('unknown id revenue');
});
