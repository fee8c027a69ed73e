import { describe, expect, it } from 'vitest';
import { drawDelays, readLatency } from './latency.ts';

describe('the time a call takes', () => {
  it.each([
    ['0', { min: 0, max: 0 }],
    ['250', { min: 250, max: 250 }],
    ['700-2000', { min: 700, max: 2000 }],
    ['900-200', { min: 900, max: 900 }],
    [null, { min: 300, max: 600 }],
    ['soon', { min: 300, max: 600 }],
    ['-5', { min: 300, max: 600 }],
  ])('is read from %s', (text, latency) => {
    expect(readLatency(text)).toEqual(latency);
  });

  it('lies within its bounds, in two parts', () => {
    for (const chance of [0, 0.3, 0.999]) {
      const [there, back] = drawDelays({ min: 300, max: 600 }, () => chance);
      expect(there + back).toBeGreaterThanOrEqual(300);
      expect(there + back).toBeLessThanOrEqual(600);
      expect(Math.min(there, back)).toBeGreaterThan(0);
    }
  });

  it('is nothing at all where none is wanted', () => {
    expect(drawDelays({ min: 0, max: 0 }, () => 0.5)).toEqual([0, 0]);
  });
});
