import { describe, expect, it } from 'vitest';
import { PLAN, resultOf, unitStatus, ward } from '../testing.ts';
import { coverageOf } from './coverage.ts';

const NORTH = ward('north', { trees: 10, healthyTrees: 9 });
const SOUTH = ward('south', { trees: 10, healthyTrees: 9 });
const states = (north: 'draft' | 'accepted' | 'returned', south: 'none' | 'accepted') => [
  unitStatus(PLAN, 'north', north),
  unitStatus(PLAN, 'south', south),
];

describe('coverage', () => {
  it('says how many have their part, and is official once they are submitted', () => {
    expect(coverageOf(PLAN, resultOf('count', [NORTH, SOUTH]), states('accepted', 'accepted'))).toEqual({
      share: '2/2 phường',
      missing: null,
      newest: '2031-03-31T02:15:00Z',
      invalid: null,
      standing: 'số chính thức',
      complete: true,
    });
  });

  it('names whose part is missing', () => {
    const coverage = coverageOf(PLAN, resultOf('count', [NORTH]), states('accepted', 'none'));
    expect(coverage).toMatchObject({ share: '1/2 phường', missing: 'thiếu Phường Nam', complete: false });
  });

  it('says that all lack theirs where nobody has one', () => {
    const coverage = coverageOf(PLAN, resultOf('count', []), []);
    expect(coverage).toMatchObject({ share: '0/2 phường', missing: 'thiếu cả 2 phường', standing: null });
  });

  it('names whose part is not valid', () => {
    const result = { ...resultOf('count', [NORTH]), coverage: { have: ['north'], missing: [], invalid: ['south'] } };
    expect(coverageOf(PLAN, result, [])).toMatchObject({ share: '1/2 phường', invalid: 'chưa hợp lệ: Phường Nam' });
  });

  it('is an estimate while a part is a draft or was sent back, but not for what lacks a part anyway', () => {
    const result = resultOf('count', [NORTH, SOUTH]);
    expect(coverageOf(PLAN, result, states('draft', 'accepted')).standing).toBe('số ước');
    expect(coverageOf(PLAN, result, states('returned', 'accepted')).standing).toBe('số ước');
    const without = { ...result, coverage: { have: ['south'], missing: ['north'], invalid: [] } };
    expect(coverageOf(PLAN, without, states('draft', 'accepted')).standing).toBe('số chính thức');
  });

  it('of an only unit is its name, there or missing', () => {
    const fires = resultOf('fires', [{ unit: 'desk', period: '2031-Q1', values: { fires: 1 } }]);
    expect(coverageOf(PLAN, fires, [])).toMatchObject({ share: 'Văn phòng', missing: null });
    expect(coverageOf(PLAN, resultOf('fires', []), [])).toMatchObject({ share: null, missing: 'thiếu Văn phòng' });
  });
});
