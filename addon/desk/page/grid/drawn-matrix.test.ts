import { describe, expect, it } from 'vitest';
import { DrawnMatrix } from './drawn-matrix.ts';

describe('what was drawn', () => {
  it('is nothing where nothing was', () => {
    const drawn = new DrawnMatrix('');
    drawn.set(4, 3, 'ghi chú');
    expect([drawn.get(4, 3), drawn.get(4, 2), drawn.get(9, 9)]).toEqual(['ghi chú', '', '']);
  });

  it('is walked together with the sheet, so that what left the sheet is met too', () => {
    const drawn = new DrawnMatrix('');
    drawn.set(1, 2, 'cũ');
    expect([...drawn.positions([['a'], []])]).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
  });
});
