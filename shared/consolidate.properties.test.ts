/** What holds of every consolidation, whatever the resolution and the reports. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Oracle } from '../test/oracle/consolidation.ts';
import type { OracleJudgement } from '../test/oracle/judgement.ts';
import { toNumber } from '../test/oracle/rational.ts';
import { anyReports, withinWholes } from '../test/properties/reports.ts';
import { PLANS } from '../test/properties/resolutions.ts';
import { consolidate, createConsolidation, type UnitReport } from './consolidate.ts';
import type { Period } from './periods.ts';
import { compilePlan, inputsOf, type Plan } from './plan.ts';
import type { InputDefinition, Resolution } from './resolution/schema.ts';
import type { Value, Values } from './values.ts';
import type { IndicatorResult, Verdict } from './wire.ts';

const anyPeriod = (plan: Plan): fc.Arbitrary<Period> => fc.constantFrom(...plan.periods);

/** Reports and a period that is one of theirs, mostly. */
function anyView(plan: Plan): fc.Arbitrary<{ readonly reports: readonly UnitReport[]; readonly period: Period }> {
  return anyReports(plan).chain((reports) =>
    fc
      .oneof(
        {
          weight: 5,
          arbitrary: fc.constantFrom(...(reports.length === 0 ? plan.periods : reports.map((one) => one.period))),
        },
        { weight: 1, arbitrary: anyPeriod(plan) },
      )
      .map((period) => ({ reports, period })),
  );
}

describe.each(PLANS)('%s', (_name, plan) => {
  test('equals the domain’s definitions, reckoned a second way', () => {
    fc.assert(
      fc.property(anyView(plan), ({ reports, period }) => {
        const oracle = new Oracle(plan.resolution, reports);
        const view = consolidate(plan, reports, period);
        for (const [index, definition] of plan.resolution.indicators.entries()) {
          expectSame(plan, view.indicators[index]!, oracle.judgementOf(definition, period));
        }
      }),
    );
  });

  test('does not depend on the order of units and reports', () => {
    const shuffled = anyView(plan).chain((view) =>
      fc
        .shuffledSubarray([...view.reports], { minLength: view.reports.length })
        .map((reports) => ({ ...view, again: reports })),
    );
    fc.assert(
      fc.property(shuffled, ({ reports, again, period }) => {
        expect(consolidate(plan, again, period)).toEqual(consolidate(plan, reports, period));
        const turned = compilePlan({ ...plan.resolution, units: [...plan.resolution.units].reverse() });
        const figures = ({ indicators }: ReturnType<typeof consolidate>) =>
          indicators.map(({ coverage: _coverage, ...rest }) => rest);
        expect(figures(consolidate(turned, reports, period))).toEqual(figures(consolidate(plan, reports, period)));
      }),
    );
  });

  test('does not change where a unit is split in two with the same sums', () => {
    const halves = anyView(plan).chain((view) => fc.nat().map((cut) => ({ ...view, cut })));
    fc.assert(
      fc.property(halves, ({ reports: drawn, period, cut }) => {
        const [unit] = plan.units;
        const reports = drawn.map((one) => ({ ...one, values: withinWholes(plan, one.unit, one.values) }));
        const split = compilePlan(withTwin(plan.resolution, unit!.id));
        const parted = reports.flatMap((report) => (report.unit === unit!.id ? halved(plan, report, cut) : [report]));
        const ofSplit = consolidate(split, parted, period).indicators;
        for (const [index, whole] of consolidate(plan, reports, period).indicators.entries()) {
          const { coverage: _coverage, parts: _parts, ...rest } = whole;
          expect(ofSplit[index]).toMatchObject(rest);
        }
      }),
    );
  });

  test('a ratio lies between its units’ smallest and largest', () => {
    fc.assert(
      fc.property(anyView(plan), ({ reports, period }) => {
        for (const result of consolidate(plan, reports, period).indicators) {
          const figure = result.value ?? result.provisional;
          const own = Object.values(result.parts).flatMap(({ value, denominator }) =>
            typeof value === 'number' && denominator !== undefined ? [value] : [],
          );
          if (typeof figure !== 'number' || result.unit !== '%' || own.length === 0) continue;
          // A unit whose denominator is 0 has no percentage but its numerator counts: only growth and loose ratios have such.
          if (Object.values(result.parts).some(({ numerator, denominator }) => denominator === 0 && numerator !== 0))
            continue;
          expect(figure).toBeGreaterThanOrEqual(Math.min(...own) - 1e-9);
          expect(figure).toBeLessThanOrEqual(Math.max(...own) + 1e-9);
        }
      }),
    );
  });

  test('has no value while a part is missing or invalid, and no provisional one beside a value', () => {
    fc.assert(
      fc.property(anyView(plan), ({ reports, period }) => {
        for (const { value, provisional, coverage, verdict, last } of consolidate(plan, reports, period).indicators) {
          if (coverage.missing.length + coverage.invalid.length > 0) expect(value).toBeNull();
          if (value !== null) expect({ provisional, last }).toEqual({ provisional: null, last: null });
          if (verdict === 'on-track' || verdict === 'behind' || verdict === 'exceeded') expect(value).not.toBeNull();
        }
      }),
    );
  });

  test('blank is not zero: a zero instead of a blank is one part more', () => {
    const blanked = anyView(plan).chain((view) => fc.constantFrom(...plan.inputs).map((input) => ({ ...view, input })));
    fc.assert(
      fc.property(blanked, ({ reports, period, input }) => {
        const with0 = (value: Value) =>
          consolidate(
            plan,
            reports.map((report) => replaced(plan, report, period, input, value)),
            period,
          ).indicators;
        const [blank, zero] = [with0(null), with0(input.kind === 'flag' ? false : 0)];
        const reporting = reports.filter((one) => one.period === period && inputsOf(plan, one.unit).includes(input));
        if (reporting.length === 0) return;
        for (const index of plan.touches[plan.inputIndex.get(input.id)!]!) {
          const indicator = plan.indicators[index]!;
          if (!indicator.inputs.some((place) => plan.inputs[place] === input)) continue;
          if (indicator.formula.kind === 'termSum' && period === plan.periods[0]) continue;
          const missing = new Set(blank[index]!.coverage.missing.concat(blank[index]!.coverage.invalid));
          for (const { unit } of reporting) expect(missing).toContain(unit);
          expect(zero[index]!.coverage.have.length).toBeGreaterThanOrEqual(blank[index]!.coverage.have.length);
          expect(blank[index]!.value).toBeNull();
        }
      }),
    );
  });

  test('more of a numerator, within its whole, never worsens an at-least verdict', () => {
    const raised = anyView(plan).chain((view) =>
      fc
        .tuple(fc.constantFrom(...plan.indicators), fc.constantFrom(...plan.units), fc.nat({ max: 500 }))
        .map(([indicator, unit, by]) => ({ ...view, indicator, unit: unit.id, by })),
    );
    fc.assert(
      fc.property(raised, ({ reports, period, indicator, unit, by }) => {
        const input = plan.inputs[indicator.inputs[0]!]!;
        const isWhole = plan.inputs.some((one) => one.partOf === input.id);
        if (indicator.goal.direction !== 'atLeast' || input.kind === 'flag' || isWhole) return;
        const report = reports.find((one) => one.unit === unit && one.period === period);
        const value = report?.values[input.id];
        if (report === undefined || typeof value !== 'number') return;
        const whole = input.partOf === undefined ? undefined : report.values[input.partOf];
        const more = raisedBy(value, by, input, typeof whole === 'number' ? whole : 1e9);
        if (more < value) return;
        const after = reports.map((one) =>
          one === report ? { ...one, values: { ...one.values, [input.id]: more } } : one,
        );
        const verdict = (some: readonly UnitReport[]): Verdict =>
          consolidate(plan, some, period).indicators[indicator.index]!.verdict;
        expect(rank(verdict(after))).toBeGreaterThanOrEqual(rank(verdict(reports)));
      }),
    );
  });

  test('a holder told of one changed report after another equals a full recomputation', () => {
    const edits = fc.tuple(anyReports(plan), fc.array(fc.tuple(anyReports(plan), anyPeriod(plan)), { maxLength: 4 }));
    fc.assert(
      fc.property(edits, ([start, steps]) => {
        const current = new Map(start.map((report) => [`${report.period} ${report.unit}`, report]));
        const holder = createConsolidation(plan, start);
        for (const [changed, period] of steps) {
          for (const report of changed) {
            current.set(`${report.period} ${report.unit}`, report);
            holder.put(report);
            // Asked between the changes, so that it keeps figures that the next change makes stale.
            holder.at(period);
          }
          for (const at of [period, plan.periods.at(-1)!]) {
            expect(holder.at(at)).toEqual(consolidate(plan, [...current.values()], at));
          }
        }
      }),
    );
  });
});

function expectSame(plan: Plan, actual: IndicatorResult, expected: OracleJudgement): void {
  const { figure } = expected;
  const isFlag = plan.indicatorById.get(actual.id)?.formula.kind === 'flag';
  const number = (rational: { n: bigint; d: bigint } | null): number | boolean | null =>
    rational === null ? null : isFlag ? rational.n !== 0n : toNumber(rational);
  const told = {
    id: actual.id,
    verdict: actual.verdict,
    coverage: actual.coverage,
    lastPeriod: actual.last?.period,
    lastVerdict: actual.last?.verdict,
    baselinePeriod: actual.baseline?.period,
  };
  expect(told).toEqual({
    id: actual.id,
    verdict: expected.verdict,
    coverage: { have: figure.have, missing: figure.missing, invalid: figure.invalid },
    lastPeriod: expected.last?.period,
    lastVerdict: expected.last?.verdict,
    baselinePeriod: expected.baseline?.period,
  });
  expectNear(actual.value, number(figure.value));
  expectNear(actual.provisional, number(figure.provisional));
  expectNear(actual.goal.value, number(expected.goal));
  expectNear(actual.expected, expected.expected === null ? null : toNumber(expected.expected));
  expectNear(actual.baseline?.value ?? null, expected.baseline === null ? null : toNumber(expected.baseline.value));
  expectNear(actual.shortfall, expected.shortfall === null ? null : toNumber(expected.shortfall));
  expectNear(actual.last?.value ?? null, number(expected.last?.value ?? null));
  expect(Object.keys(actual.parts).sort()).toEqual(Object.keys(figure.parts).sort());
  for (const [unit, part] of Object.entries(figure.parts)) {
    const [numerator, denominator] = part ?? [];
    const own = actual.parts[unit]!;
    if (part === null) expect(own).toEqual({ value: null });
    else if (denominator === undefined) expectNear(own.value, number(numerator!));
    else {
      expectNear(own.numerator ?? null, toNumber(numerator!));
      expectNear(own.denominator ?? null, toNumber(denominator));
    }
  }
}

/** Doubles may differ in their last digits; nothing else may. */
function expectNear(actual: number | boolean | null, expected: number | boolean | null): void {
  if (typeof actual !== 'number' || typeof expected !== 'number') expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
}

/** The order of verdicts from the worst; what is not judged stands with what is not decided. */
function rank(verdict: Verdict): number {
  const order: readonly Verdict[] = ['not-met', 'behind', 'no-data', 'in-progress', 'on-track', 'met', 'exceeded'];
  const place = order.indexOf(verdict);
  return place === -1 ? order.indexOf('no-data') : place;
}

function raisedBy(value: number, by: number, { decimals }: InputDefinition, whole: number): number {
  const scale = 10 ** decimals;
  return Math.min(Math.round(value * scale) + by, Math.floor(whole * scale)) / scale;
}

function replaced(plan: Plan, report: UnitReport, period: Period, input: InputDefinition, value: Value): UnitReport {
  if (report.period !== period || !inputsOf(plan, report.unit).includes(input)) return report;
  return { ...report, values: { ...report.values, [input.id]: value } };
}

const TWIN = 'twin';

function withTwin(resolution: Resolution, unit: string): Resolution {
  const units = resolution.units.flatMap((one) => (one.id === unit ? [one, { ...one, id: TWIN }] : [one]));
  return { ...resolution, units };
}

/** Two reports that add up to one of consistent values, each consistent itself; what is no number stands in both. */
function halved(plan: Plan, report: UnitReport, cut: number): UnitReport[] {
  const first: Record<string, Value> = {};
  const second: Record<string, Value> = {};
  for (const input of inputsOf(plan, report.unit)) {
    const value = report.values[input.id] ?? null;
    const a = typeof value === 'number' ? firstHalf(plan, report.values, input, value, cut) : value;
    first[input.id] = a;
    second[input.id] = typeof value === 'number' && typeof a === 'number' ? rounded(value - a, input) : value;
  }
  return [
    { ...report, values: first },
    { ...report, unit: TWIN, values: second },
  ];
}

/** Some of the outermost whole; of everything within, as much of it as fits: then what is left fits into what is left of the whole. */
function firstHalf(plan: Plan, values: Values, input: InputDefinition, value: number, cut: number): number {
  const whole = input.partOf === undefined ? undefined : plan.inputById.get(input.partOf);
  const wholeValue = whole === undefined ? undefined : values[whole.id];
  if (whole === undefined || typeof wholeValue !== 'number') {
    const units = Math.round(value * 10 ** input.decimals);
    return (cut % (units + 1)) / 10 ** input.decimals;
  }
  return Math.min(value, firstHalf(plan, values, whole, wholeValue, cut));
}

function rounded(value: number, { decimals }: InputDefinition): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
