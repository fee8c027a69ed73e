import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { consolidate } from '../../../shared/consolidate.ts';
import { LiveMessageSchema, type Summary, SummarySchema } from '../../../shared/wire.ts';
import { plan, UNIT, YEAR_END } from '../model/sheet.test-support.ts';
import { isLiveMessage, isSummary } from './messages.ts';

const SUMMARY: Summary = {
  resolution: { id: 'r', version: 1 },
  period: YEAR_END,
  locked: false,
  ledger: { index: 1, hash: 'x' },
  units: [
    {
      id: UNIT,
      name: 'Mường Bằng',
      state: 'none',
      revision: null,
      updatedAt: null,
      updatedBy: null,
      errors: 0,
      warnings: 0,
    },
  ],
  ...consolidate(
    plan,
    [
      {
        unit: UNIT,
        period: '2026-Q3',
        values: { coffeeArea: 400, households: 9, poorHouseholds: 1, labourExport: 'na' },
      },
      { unit: UNIT, period: YEAR_END, values: { coffeeArea: 401.5, labourExport: 'na' } },
      { unit: 'office', period: YEAR_END, values: { ntmRecognised: true } },
    ],
    YEAR_END,
  ),
};

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every way to spoil one place of a message: gone, and each of these in its place. */
const SPOILS: readonly Json[] = [null, true, -1, 1.5, 'text', [0], {}];

function* spoiled(value: Json): Generator<Json> {
  yield* SPOILS;
  if (Array.isArray(value)) {
    for (const [index, item] of value.slice(0, 3).entries()) {
      for (const other of spoiled(item)) yield value.toSpliced(index, 1, other);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const { [key]: _gone, ...rest } = value;
      yield rest;
      for (const other of spoiled(item)) yield { ...rest, [key]: other };
    }
  }
}

function differences(value: Json, check: (value: unknown) => boolean, schema: v.GenericSchema): Json[] {
  return [...spoiled(value)].filter((one) => check(one) !== v.safeParse(schema, one).success);
}

describe('the checks of messages hold what the wire’s schemas hold', () => {
  test('a summary passes', () => {
    expect(isSummary(JSON.parse(JSON.stringify(SUMMARY)))).toBe(true);
  });

  test('every spoiled summary is judged alike', () => {
    const some = SUMMARY.indicators.filter((one) => one.target === 2 || one.target === 6 || one.target === 11);
    for (const indicator of [...some, ...SUMMARY.indicators.filter((one) => one.last !== null)]) {
      const small: Json = JSON.parse(
        JSON.stringify({ ...SUMMARY, indicators: [indicator], targets: SUMMARY.targets.slice(0, 1) }),
      );
      expect(differences(small, isSummary, SummarySchema)).toEqual([]);
    }
  });

  test('every spoiled live message is judged alike', () => {
    const message: Json = { type: 'summary', period: YEAR_END, sequence: 17 };
    expect(isLiveMessage(message)).toBe(true);
    expect(differences(message, isLiveMessage, LiveMessageSchema)).toEqual([]);
  });
});
