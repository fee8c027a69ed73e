import { describe, expect, test } from 'vitest';
import { completenessOf, expectedInputs } from './completeness.ts';
import { compilePlan, inputsOf } from './plan.ts';
import { chiengMung } from './resolution/chieng-mung.ts';

const plan = compilePlan(chiengMung());
const UNIT = plan.units[0]?.id ?? '';
const idsOf = (...parts: Parameters<typeof expectedInputs>) => expectedInputs(...parts).map(({ id }) => id);

describe('what a period asks of a unit', () => {
  test('is at the year’s end what is asked each quarter, and more', () => {
    const [quarter, year] = [idsOf(plan, UNIT, '2026-Q2'), idsOf(plan, UNIT, '2026-Q4')];
    expect(year).toEqual(expect.arrayContaining(quarter));
    expect(year.length).toBeGreaterThan(quarter.length);
  });

  test('is in the baseline what is due there and what sets a pace', () => {
    const asked = idsOf(plan, UNIT, '2025-Q4');
    const due = inputsOf(plan, UNIT).filter((input) => input.due === 'baseline' || plan.byEndInputs.has(input.id));
    expect(asked).toEqual(due.map(({ id }) => id));
  });

  test('is nothing of a unit that the plan does not know', () => {
    expect(completenessOf(plan, 'nowhere', '2026-Q1', {})).toEqual({ entered: 0, expected: 0 });
  });
});

describe('how complete a report is', () => {
  test('counts a zero, a no and “not applicable”, and nothing that is not asked', () => {
    const [first = '', second = '', third = ''] = idsOf(plan, UNIT, '2026-Q2');
    const notAsked = inputsOf(plan, UNIT).find(({ due }) => due === 'year')?.id ?? '';
    const values = { [first]: 0, [second]: false, [third]: 'na', [notAsked]: 5 } as const;
    const all = idsOf(plan, UNIT, '2026-Q2').length;
    expect(completenessOf(plan, UNIT, '2026-Q2', values)).toEqual({ entered: 3, expected: all });
    expect(completenessOf(plan, UNIT, '2026-Q2', undefined)).toEqual({ entered: 0, expected: all });
  });
});
