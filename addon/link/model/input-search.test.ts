import { describe, expect, test } from 'vitest';
import { compilePlan, inputsOf } from '../../../shared/plan.ts';
import { chiengMung } from '../../../shared/resolution/chieng-mung.ts';
import { inputSearch } from './input-search.ts';

const plan = compilePlan(chiengMung());
const inputs = inputsOf(plan, 'muong-bang');
const search = inputSearch(plan, inputs);
const ids = (typed: string) => search(typed).map(({ id }) => id);

describe('typing to find an input', () => {
  test.each([
    ['nghèo', 'poorHouseholds'],
    ['ngheo', 'poorHouseholds'],
    ['hộ ngh', 'poorHouseholds'],
    ['bhyt', 'insured'],
    ['bao hiem', 'insured'],
    ['HTX', 'enterprises'],
    ['bhiyt', 'insured'],
    ['nước sạch'.normalize('NFD'), 'centralisedWaterPopulation'],
    ['chi bộ xuất sắc', 'cellsExcellent'],
  ])('%j finds %s first', (typed, id) => {
    expect(ids(typed)[0]).toBe(id);
  });

  test('every further word narrows what is found', () => {
    expect(ids('chi bộ').length).toBeGreaterThan(ids('chi bộ tốt').length);
    expect(ids('chi bộ ma túy')).toEqual([]);
  });

  test('nothing typed is everything, in the resolution’s order', () => {
    expect(search('  ')).toEqual(inputs);
  });
});
