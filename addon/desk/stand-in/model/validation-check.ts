/** Whether a typed value keeps a data-validation rule. A formula's rule needs a calculation: it comes as a port, and passes without one. */
import { sameValue } from './cells.ts';
import type { CellValue, RuleArgument, ValidationRule } from './types.ts';

export interface RuleSources {
  /** The values of the range of a VALUE_IN_RANGE rule. */
  readonly rangeValues: (rule: ValidationRule) => readonly CellValue[];
  /** Null where it cannot be told here. */
  readonly formulaHolds: (formula: string) => boolean | null;
}

export function keepsRule(value: CellValue, rule: ValidationRule, sources: RuleSources): boolean {
  if (value === null) return true;
  const { criteria, values } = rule;
  if (criteria === 'CUSTOM_FORMULA') return sources.formulaHolds(String(values[0] ?? '')) ?? true;
  if (criteria === 'VALUE_IN_LIST') return values.some((item) => String(item) === shown(value));
  if (criteria === 'VALUE_IN_RANGE') return sources.rangeValues(rule).some((item) => sameValue(item, value));
  if (criteria === 'CHECKBOX')
    return values.length === 0 ? typeof value === 'boolean' : values.some((item) => sameValue(item, value));
  if (criteria.startsWith('NUMBER_'))
    return typeof value === 'number' && compareNumber(value, criteria.slice(7), values);
  if (criteria.startsWith('DATE_')) return value instanceof Date && compareDate(value, criteria.slice(5), values);
  return compareText(shown(value), criteria, String(values[0] ?? ''));
}

function compareNumber(value: number, criterion: string, values: readonly RuleArgument[]): boolean {
  const [a = 0, b = 0] = values.map(Number);
  switch (criterion) {
    case 'BETWEEN':
      return value >= a && value <= b;
    case 'NOT_BETWEEN':
      return value < a || value > b;
    case 'EQUAL_TO':
      return value === a;
    case 'NOT_EQUAL_TO':
      return value !== a;
    case 'GREATER_THAN':
      return value > a;
    case 'GREATER_THAN_OR_EQUAL_TO':
      return value >= a;
    case 'LESS_THAN':
      return value < a;
    default:
      return value <= a;
  }
}

function compareDate(value: Date, criterion: string, values: readonly RuleArgument[]): boolean {
  const [a = 0, b = 0] = values.map((item) => (item instanceof Date ? item.getTime() : Number(item)));
  const at = value.getTime();
  switch (criterion) {
    case 'IS_VALID_DATE':
      return true;
    case 'AFTER':
      return at > a;
    case 'BEFORE':
      return at < a;
    case 'ON_OR_AFTER':
      return at >= a;
    case 'ON_OR_BEFORE':
      return at <= a;
    case 'EQUAL_TO':
      return at === a;
    case 'BETWEEN':
      return at >= a && at <= b;
    default:
      return at < a || at > b;
  }
}

function compareText(text: string, criteria: ValidationRule['criteria'], wanted: string): boolean {
  switch (criteria) {
    case 'TEXT_CONTAINS':
      return text.includes(wanted);
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text.includes(wanted);
    case 'TEXT_IS_VALID_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    case 'TEXT_IS_VALID_URL':
      return /^https?:\/\/\S+\.\S+$/.test(text);
    default:
      return text === wanted;
  }
}

function shown(value: CellValue): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
