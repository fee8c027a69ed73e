import { describe, expect, it } from 'vitest';
import { reconnectDelay } from './reconnect.ts';

describe('the wait before connecting again', () => {
  it('is at most a second at first and doubles up to half a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 1000].map((attempt) => reconnectDelay(attempt, 0.999_999))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });

  it('is spread over the whole stretch, so that not all come back at once', () => {
    expect(reconnectDelay(5, 0)).toBe(250);
    expect(reconnectDelay(5, 0.5)).toBe(15_125);
  });
});
