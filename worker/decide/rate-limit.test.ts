import { expect, test } from 'vitest';
import { rateLimiter } from './rate-limit.ts';

const RATE = { burst: 3, perSecond: 0.5 };
const takes = (count: number, take: () => number | null) => Array.from({ length: count }, take);

test('lets so many through at once, then says after how many seconds the next may come', () => {
  const limiter = rateLimiter(RATE);
  expect(takes(4, () => limiter.take('a', 0))).toEqual([null, null, null, 2]);
  expect(limiter.take('a', 1000)).toBe(1);
  expect(limiter.take('a', 2000)).toBeNull();
});

test('keeps people apart, and never saves up more than a burst', () => {
  const limiter = rateLimiter(RATE);
  takes(3, () => limiter.take('a', 0));
  expect(limiter.take('b', 0)).toBeNull();
  expect(takes(4, () => limiter.take('a', 1e9)).filter((wait) => wait === null)).toHaveLength(3);
});

test('asks without taking, and is not confused by a clock that steps back', () => {
  const limiter = rateLimiter(RATE);
  expect(takes(9, () => limiter.peek('a', 5000)).every((wait) => wait === null)).toBe(true);
  takes(3, () => limiter.take('a', 5000));
  expect(limiter.take('a', 0)).toBe(2);
});
