/** DataValidation and its builder. */
import type { RuleArgument, ValidationCriteria, ValidationRule } from '../model/types.ts';
import { validationCriteria } from './enums.ts';
import type { Kit } from './kit.ts';
import { asDate, strict } from './strict.ts';

type GRule = GoogleAppsScript.Spreadsheet.DataValidation;
type GBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type GRange = GoogleAppsScript.Spreadsheet.Range;
type GDate = GoogleAppsScript.Base.Date;

const EMPTY = { values: [], range: null, showDropdown: true, allowInvalid: true, helpText: null };

/** A rule that is being built may have no criteria yet. */
type Draft = Omit<ValidationRule, 'criteria'> & { readonly criteria: ValidationCriteria | null };

export function makeRule(kit: Kit, rule: ValidationRule): GRule {
  const made = strict<GRule>(kit.run, 'DataValidation', {
    copy: () => ruleBuilder(kit, rule),
    getAllowInvalid: () => rule.allowInvalid,
    getCriteriaType: () => validationCriteria.values[rule.criteria],
    getCriteriaValues: () => criteriaValues(kit, rule),
    // Google's gives null for a rule without help, whatever the types say; an empty text is as falsy.
    getHelpText: () => rule.helpText ?? '',
  });
  return kit.rules.keep(made, rule);
}

export function ruleBuilder(kit: Kit, start?: ValidationRule): GBuilder {
  let draft: Draft = start ?? { ...EMPTY, criteria: null };
  const set = (change: Partial<Draft>): GBuilder => {
    draft = { ...draft, ...change };
    return builder;
  };
  const when = (criteria: ValidationCriteria, ...values: readonly unknown[]): GBuilder =>
    set({ criteria, values: values.map(ruleArgument), range: null });
  const checkbox = (...values: readonly unknown[]): GBuilder => when('CHECKBOX', ...values);
  const builder: GBuilder = strict<GBuilder>(kit.run, 'DataValidationBuilder', {
    build: () => makeRule(kit, complete(draft)),
    copy: () => ruleBuilder(kit, complete(draft)),
    getAllowInvalid: () => draft.allowInvalid,
    getCriteriaType: () => validationCriteria.values[complete(draft).criteria],
    getCriteriaValues: () => criteriaValues(kit, complete(draft)),
    getHelpText: () => draft.helpText,
    setAllowInvalid: (allowInvalid) => set({ allowInvalid }),
    setHelpText: (helpText) => set({ helpText }),
    withCriteria: (type, args) => withCriteria(validationCriteria.nameOf(type), args),
    requireCheckbox: checkbox,
    requireDate: () => when('DATE_IS_VALID_DATE'),
    requireDateAfter: (date: GDate) => when('DATE_AFTER', date),
    requireDateBefore: (date: GDate) => when('DATE_BEFORE', date),
    requireDateBetween: (start: GDate, end: GDate) => when('DATE_BETWEEN', start, end),
    requireDateEqualTo: (date: GDate) => when('DATE_EQUAL_TO', date),
    requireDateNotBetween: (start: GDate, end: GDate) => when('DATE_NOT_BETWEEN', start, end),
    requireDateOnOrAfter: (date: GDate) => when('DATE_ON_OR_AFTER', date),
    requireDateOnOrBefore: (date: GDate) => when('DATE_ON_OR_BEFORE', date),
    requireFormulaSatisfied: (formula) => when('CUSTOM_FORMULA', formula),
    requireNumberBetween: (start, end) => when('NUMBER_BETWEEN', start, end),
    requireNumberEqualTo: (number) => when('NUMBER_EQUAL_TO', number),
    requireNumberGreaterThan: (number) => when('NUMBER_GREATER_THAN', number),
    requireNumberGreaterThanOrEqualTo: (number) => when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number),
    requireNumberLessThan: (number) => when('NUMBER_LESS_THAN', number),
    requireNumberLessThanOrEqualTo: (number) => when('NUMBER_LESS_THAN_OR_EQUAL_TO', number),
    requireNumberNotBetween: (start, end) => when('NUMBER_NOT_BETWEEN', start, end),
    requireNumberNotEqualTo: (number) => when('NUMBER_NOT_EQUAL_TO', number),
    requireTextContains: (text) => when('TEXT_CONTAINS', text),
    requireTextDoesNotContain: (text) => when('TEXT_DOES_NOT_CONTAIN', text),
    requireTextEqualTo: (text) => when('TEXT_EQUAL_TO', text),
    requireTextIsEmail: () => when('TEXT_IS_VALID_EMAIL'),
    requireTextIsUrl: () => when('TEXT_IS_VALID_URL'),
    requireValueInList: (values: string[], showDropdown?: boolean) => {
      when('VALUE_IN_LIST', ...values);
      return set({ showDropdown: showDropdown ?? true });
    },
    requireValueInRange: (range: GRange, showDropdown?: boolean) => {
      const { sheetId, area } = kit.ranges.of(range);
      return set({
        criteria: 'VALUE_IN_RANGE',
        values: [],
        range: { sheetId, area },
        showDropdown: showDropdown ?? true,
      });
    },
  });
  return builder;

  /** Takes what `getCriteriaValues` gives: of a choice the list or the range, and whether it has an arrow. */
  function withCriteria(criteria: ValidationCriteria, args: readonly unknown[]): GBuilder {
    const [first, second] = args;
    const showDropdown = second !== false;
    if (criteria === 'VALUE_IN_RANGE') {
      const { sheetId, area } = kit.ranges.of(first);
      return set({ criteria, values: [], range: { sheetId, area }, showDropdown });
    }
    if (criteria !== 'VALUE_IN_LIST') return when(criteria, ...args);
    if (!Array.isArray(first)) throw new Error('A choice needs its list of values.');
    when(criteria, ...first);
    return set({ showDropdown });
  }
}

function complete(draft: Draft): ValidationRule {
  if (!draft.criteria) throw new Error('Data validation rule must have criteria.');
  return { ...draft, criteria: draft.criteria };
}

function criteriaValues(kit: Kit, rule: ValidationRule): unknown[] {
  if (rule.range) return [kit.range(rule.range.sheetId, rule.range.area), rule.showDropdown];
  return rule.criteria === 'VALUE_IN_LIST' ? [[...rule.values], rule.showDropdown] : [...rule.values];
}

function ruleArgument(value: unknown): RuleArgument {
  const date = asDate(value);
  if (date) return date;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Error("The parameters don't match the method signature for DataValidationBuilder.");
}
