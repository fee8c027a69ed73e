import { describe, expect, it } from 'vitest';
import { PLAN, resultOf, summaryOf, ward } from '../testing.ts';
import { figureOf } from './figure.ts';

describe('a figure', () => {
  it('of a ratio comes with the absolute numbers of all units together', () => {
    const result = resultOf('healthy', [
      ward('north', { trees: 1200, healthyTrees: 1100 }),
      ward('south', { trees: 300, healthyTrees: 10 }),
    ]);
    expect(figureOf(PLAN, result)).toEqual({ kind: 'final', text: '74,0%', absolute: '1.110/1.500 cây', last: null });
  });

  it('names both units of measure where they differ', () => {
    const result = resultOf('tended', [
      ward('north', { trees: 40, gardeners: 5 }),
      ward('south', { trees: 40, gardeners: 3 }),
    ]);
    expect(figureOf(PLAN, result).absolute).toBe('8 người/80 cây');
  });

  it('of a growth says what is compared with what, added without binary fractions', () => {
    const result = resultOf('growth', [
      ward('north', { income: 0.1, incomeBefore: 0.2 }),
      ward('south', { income: 0.2, incomeBefore: 0.2 }),
    ]);
    expect(figureOf(PLAN, result)).toMatchObject({ text: '−25,0%', absolute: '0,3 so với 0,4 tỷ đồng' });
  });

  it('is provisional, over the units that are there, while one is missing', () => {
    const result = resultOf('healthy', [ward('north', { trees: 50, healthyTrees: 20 })]);
    expect(figureOf(PLAN, result)).toMatchObject({ kind: 'provisional', text: '40,0%', absolute: '20/50 cây' });
  });

  it('leaves out a unit for which it is not applicable', () => {
    const result = resultOf('healthy', [
      ward('north', { trees: 50, healthyTrees: 20 }),
      ward('south', { trees: 'na', healthyTrees: 'na' }),
    ]);
    expect(figureOf(PLAN, result)).toMatchObject({ kind: 'final', text: '40,0%', absolute: '20/50 cây' });
  });

  it('that is nowhere is said to be missing, and where nothing applies that it does not', () => {
    expect(figureOf(PLAN, resultOf('count', []))).toMatchObject({ kind: 'absent', text: 'chưa có' });
    const nowhere = [ward('north', { trees: 'na' }), ward('south', { trees: 'na' })];
    expect(figureOf(PLAN, resultOf('count', nowhere))).toMatchObject({ kind: 'not-applicable', text: 'Không áp dụng' });
  });

  it('shows the last known one with its period', () => {
    const reports = [ward('north', { trees: 10 }), ward('south', { trees: 15 })];
    const later = summaryOf(PLAN, reports, '2031-Q3').indicators.find((one) => one.id === 'count')!;
    expect(figureOf(PLAN, later).last).toBe('gần nhất: 25 cây (Quý I/2031)');
  });

  it('is never rounded onto its goal', () => {
    const result = resultOf('healthy', [
      ward('north', { trees: 5000, healthyTrees: 4498 }),
      ward('south', { trees: 5000, healthyTrees: 4498 }),
    ]);
    expect(result.verdict).toBe('not-met');
    expect(figureOf(PLAN, result).text).toBe('89,96%');
  });
});
