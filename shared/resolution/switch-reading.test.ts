import { describe, expect, test } from 'vitest';
import { consolidate } from '../consolidate.ts';
import { compilePlan } from '../plan.ts';
import { checkResolution } from './check.ts';
import { chiengMung } from './chieng-mung.ts';
import type { Resolution } from './schema.ts';
import { switchReading } from './switch-reading.ts';

const ALTERNATIVES = chiengMung().readings.flatMap((reading) =>
  (reading.alternatives ?? []).map((alternative) => [reading.id, alternative.id] as const),
);

function switched(resolution: Resolution, reading: string, alternative: string): Resolution {
  const outcome = switchReading(resolution, reading, alternative);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.resolution;
}

test('several readings can be switched as data', () => {
  expect(ALTERNATIVES.length).toBeGreaterThanOrEqual(9);
});

describe.each(ALTERNATIVES)('%s read as %s', (reading, alternative) => {
  // Made in each test: what fails should fail there.
  const changed = () => switched(chiengMung(), reading, alternative);

  test('is a resolution of the next version, with the reading’s next version and words', () => {
    const words = chiengMung()
      .readings.find((one) => one.id === reading)
      ?.alternatives?.find((one) => one.id === alternative)?.reading;
    const after = changed();
    expect(after.version).toBe(chiengMung().version + 1);
    expect(after.readings.find((one) => one.id === reading)).toMatchObject({ version: 2, reading: words });
    expect(checkResolution(after)).toEqual({ ok: true, resolution: after });
  });

  test('changes what is computed, and works', () => {
    const after = changed();
    const plan = compilePlan(after);
    const last = plan.periods.at(-1)!;
    expect(consolidate(plan, [], last).indicators).toHaveLength(chiengMung().indicators.length);
    expect({ ...after, version: 1, readings: [] }).not.toEqual({ ...chiengMung(), readings: [] });
  });

  test('can be switched back, which is a third version', () => {
    const back = switched(changed(), reading, 'v1');
    expect(back.version).toBe(3);
    expect({ ...back, version: 1, readings: [] }).toEqual({ ...chiengMung(), readings: [] });
    const others = chiengMung().readings.find((one) => one.id === reading)?.alternatives ?? [];
    const kept = others.map((one) => one.id).filter((id) => id !== alternative);
    expect(back.readings.find((one) => one.id === reading)?.alternatives?.map((one) => one.id)).toEqual([
      ...kept,
      'v2',
    ]);
  });
});

test('“trên” read as “from” lets 1.180 ha of coffee be met', () => {
  const reports = ['chieng-mung', 'muong-bang', 'muong-bon'].map((unit, index) => ({
    unit,
    period: '2026-Q4' as const,
    values: { coffeeArea: index === 0 ? 1180 : 0 },
  }));
  const verdict = (resolution: Resolution) =>
    consolidate(compilePlan(resolution), reports, '2026-Q4').indicators.find((one) => one.id === 't02-coffee-area')
      ?.verdict;
  expect(verdict(chiengMung())).toBe('not-met');
  expect(verdict(switched(chiengMung(), 'above', 'from'))).toBe('met');
});

describe('says what it knows', () => {
  test('of an unknown reading', () => {
    expect(switchReading(chiengMung(), 'guess', 'x')).toMatchObject({
      ok: false,
      issues: [{ path: ['readings'], message: expect.stringMatching(/^expected one of years, .*, found guess$/) }],
    });
  });

  test('of an unknown alternative', () => {
    expect(switchReading(chiengMung(), 'above', 'x')).toMatchObject({
      ok: false,
      issues: [{ path: ['readings', 5, 'alternatives'], id: 'above', message: 'expected one of from, found x' }],
    });
  });

  test('of a reading that has none as data', () => {
    expect(switchReading(chiengMung(), 'forest-kept', 'x')).toMatchObject({
      ok: false,
      issues: [{ id: 'forest-kept', message: expect.stringContaining('no alternative as data') }],
    });
  });

  test('where a change makes no resolution', () => {
    const readings = chiengMung().readings.map((one) =>
      one.id === 'above'
        ? {
            ...one,
            alternatives: [
              {
                id: 'none',
                reading: 'x',
                changes: {
                  indicators: { 't02-coffee-area': { goal: { direction: 'atLeast', horizon: 'maintain' } as const } },
                },
              },
            ],
          }
        : one,
    );
    expect(switchReading({ ...chiengMung(), readings }, 'above', 'none')).toMatchObject({
      ok: false,
      issues: [{ id: 't02-coffee-area', path: ['indicators', 2, 'goal', 'value'] }],
    });
  });
});
