import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyReports, anyValue } from '../test/properties/reports.ts';
import { compilePlan, inputsOf } from './plan.ts';
import { chiengMung } from './resolution/chieng-mung.ts';
import { findingsAfter, findingsOf } from './validate.ts';
import type { Values } from './values.ts';

const plan = compilePlan(chiengMung());

/** Some inputs of a unit with other values; as often one as many. */
function anyChange(unit: string): fc.Arbitrary<Values> {
  const one = fc
    .constantFrom(...inputsOf(plan, unit))
    .chain((input) => fc.tuple(fc.constant(input.id), anyValue(plan, input)));
  return fc.oneof(fc.array(one, { maxLength: 2 }), fc.array(one, { maxLength: 20 })).map(Object.fromEntries);
}

test('what is found after a change of some values is what is found in the whole report', () => {
  const drawn = anyReports(plan)
    .filter((reports) => reports.length > 0)
    .chain((reports) =>
      fc
        .constantFrom(...reports)
        .chain((report) => fc.tuple(fc.constant(reports), fc.constant(report), anyChange(report.unit))),
    );
  let found = 0;
  fc.assert(
    fc.property(drawn, ([reports, { unit, period, values }, change]) => {
      const current = (other: string) => reports.find((one) => one.unit === unit && one.period === other)?.values;
      const before = { values, findings: findingsOf(plan, { unit, period, values, current }) };
      const changed = { unit, period, values: { ...values, ...change }, current };
      const whole = findingsOf(plan, changed);
      expect(findingsAfter(plan, changed, before)).toEqual(whole);
      if (whole.length !== before.findings.length) found += 1;
    }),
  );
  expect(found).toBeGreaterThan(0);
});
