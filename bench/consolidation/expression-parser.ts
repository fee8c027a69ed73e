/** `@dhis2/expression-parser` as DHIS2's own programs use it: indicator expressions over data items, parsed once, evaluated with a map of values. */
import { readFileSync } from 'node:fs';
import { type DataItemJs, ExpressionDataJs, ExpressionJs, ExpressionMode } from '@dhis2/expression-parser';
import { inRoot } from '../../scripts/root.ts';
import type { UnitReport } from '../../shared/consolidate.ts';
import type { Plan } from '../../shared/plan.ts';
import { formulaOf, numberOf } from './formulas.ts';

interface Parsed {
  readonly expression: ExpressionJs;
  readonly items: readonly { readonly item: DataItemJs; readonly unit: number; readonly input: string }[];
}

export class Expressions {
  private readonly plan: Plan;
  private readonly parsed: readonly Parsed[];

  constructor(plan: Plan) {
    this.plan = plan;
    this.parsed = plan.indicators.map((indicator) => {
      const text = formulaOf(
        indicator,
        (input, units) => `(${units.map((unit) => `#{${uid(unit, input)}}`).join('+')})`,
      );
      const expression = new ExpressionJs(text, ExpressionMode.INDICATOR_EXPRESSION);
      const items = expression.collectDataItems().map((item) => {
        const { unit, input } = readUid(item.uid0.value);
        return { item, unit, input: plan.inputs[input]?.id ?? '' };
      });
      return { expression, items };
    });
  }

  /** @param reports by the unit's place. */
  values(reports: readonly UnitReport[]): number[] {
    return this.parsed.map(({ expression, items }) => {
      const values = new Map(items.map(({ item, unit, input }) => [item, numberOf(reports[unit], input) ?? 0]));
      const data = new ExpressionDataJs(undefined, undefined, undefined, values, undefined);
      return Number(expression.evaluate(() => null, data));
    });
  }

  /** Reports in the order of the plan's units. */
  ordered(reports: readonly UnitReport[]): UnitReport[] {
    return this.plan.units.flatMap(({ id }) => reports.find(({ unit }) => unit === id) ?? []);
  }

  static version(): string {
    const file = inRoot('node_modules', '@dhis2', 'expression-parser', 'package.json');
    const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'));
    return version;
  }
}

/** DHIS2's ids have eleven letters and digits, a letter first. */
function uid(unit: number, input: number): string {
  return `d${String(unit).padStart(5, '0')}${String(input).padStart(5, '0')}`;
}

function readUid(id: string): { readonly unit: number; readonly input: number } {
  return { unit: Number(id.slice(1, 6)), input: Number(id.slice(6)) };
}
