/** Findings that are followed from change to change are those of the whole report, whatever the resolution and the reports. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyReports, anyValue } from '../test/properties/reports.ts';
import { PLANS } from '../test/properties/resolutions.ts';
import { inputsOf, type Plan } from './plan.ts';
import { findingsAfter, findingsOf } from './validate.ts';
import type { Values } from './values.ts';

/** Some inputs of a unit with other values; as often one as many. */
function anyChange(plan: Plan, unit: string): fc.Arbitrary<Values> {
  const one = fc
    .constantFrom(...inputsOf(plan, unit))
    .chain((input) => fc.tuple(fc.constant(input.id), anyValue(plan, input)));
  return fc.oneof(fc.array(one, { maxLength: 2 }), fc.array(one, { maxLength: 20 })).map(Object.fromEntries);
}

test.each(PLANS)(
  '%s: what is found after a change of some values is what is found in the whole report',
  (_name, plan) => {
    const drawn = anyReports(plan)
      .filter((reports) => reports.length > 0)
      .chain((reports) =>
        fc
          .constantFrom(...reports)
          .chain((report) => fc.tuple(fc.constant(reports), fc.constant(report), anyChange(plan, report.unit))),
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
  },
);
