/** ConditionalFormatRule and its builder, with boolean conditions; gradients are not in the stand-in. */
import type { FormatCriteria, FormatRule } from '../model/types.ts';
import { booleanCriteria } from './enums.ts';
import type { Kit } from './kit.ts';
import { strict } from './strict.ts';

type GRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type GBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type GCondition = GoogleAppsScript.Spreadsheet.BooleanCondition;
type KeptRule = FormatRule & { readonly sheetId: number };
type Draft = Omit<KeptRule, 'criteria' | 'sheetId'> & {
  readonly criteria: FormatCriteria | null;
  readonly sheetId: number | null;
};

const EMPTY: Draft = {
  sheetId: null,
  areas: [],
  criteria: null,
  values: [],
  background: null,
  fontColor: null,
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
};

export function makeFormatRule(kit: Kit, rule: KeptRule): GRule {
  const made = strict<GRule>(kit.run, 'ConditionalFormatRule', {
    copy: () => formatRuleBuilder(kit, rule),
    getBooleanCondition: () => condition(kit, rule),
    getGradientCondition: () => null,
    getRanges: () => rule.areas.map((area) => kit.range(rule.sheetId, area)),
  });
  return kit.formatRules.keep(made, rule);
}

export function formatRuleBuilder(kit: Kit, start: Draft = EMPTY): GBuilder {
  let draft = start;
  const set = (change: Partial<Draft>): GBuilder => {
    draft = { ...draft, ...change };
    return builder;
  };
  const when = (criteria: FormatCriteria, ...values: (string | number)[]): GBuilder => set({ criteria, values });
  const builder: GBuilder = strict<GBuilder>(kit.run, 'ConditionalFormatRuleBuilder', {
    build: () => makeFormatRule(kit, complete(draft)),
    copy: () => formatRuleBuilder(kit, draft),
    getRanges: () => draft.areas.map((area) => kit.range(draft.sheetId ?? -1, area)),
    setRanges: (ranges) => {
      const refs = ranges.map((range) => kit.ranges.of(range));
      const sheetId = refs[0]?.sheetId ?? null;
      if (refs.some((ref) => ref.sheetId !== sheetId))
        throw new Error('All ranges of a conditional format rule must be on one sheet.');
      return set({ sheetId, areas: refs.map((ref) => ref.area) });
    },
    setBackground: (background) => set({ background }),
    setFontColor: (fontColor) => set({ fontColor }),
    setBold: (bold) => set({ bold }),
    setItalic: (italic) => set({ italic }),
    setUnderline: (underline) => set({ underline }),
    setStrikethrough: (strikethrough) => set({ strikethrough }),
    whenCellEmpty: () => when('CELL_EMPTY'),
    whenCellNotEmpty: () => when('CELL_NOT_EMPTY'),
    whenFormulaSatisfied: (formula) => when('CUSTOM_FORMULA', formula),
    whenNumberBetween: (from, to) => when('NUMBER_BETWEEN', from, to),
    whenNumberEqualTo: (number) => when('NUMBER_EQUAL_TO', number),
    whenNumberGreaterThan: (number) => when('NUMBER_GREATER_THAN', number),
    whenNumberGreaterThanOrEqualTo: (number) => when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number),
    whenNumberLessThan: (number) => when('NUMBER_LESS_THAN', number),
    whenNumberLessThanOrEqualTo: (number) => when('NUMBER_LESS_THAN_OR_EQUAL_TO', number),
    whenNumberNotBetween: (from, to) => when('NUMBER_NOT_BETWEEN', from, to),
    whenNumberNotEqualTo: (number) => when('NUMBER_NOT_EQUAL_TO', number),
    whenTextContains: (text) => when('TEXT_CONTAINS', text),
    whenTextDoesNotContain: (text) => when('TEXT_DOES_NOT_CONTAIN', text),
    whenTextEqualTo: (text) => when('TEXT_EQUAL_TO', text),
    whenTextStartsWith: (text) => when('TEXT_STARTS_WITH', text),
    whenTextEndsWith: (text) => when('TEXT_ENDS_WITH', text),
  });
  return builder;
}

function condition(kit: Kit, rule: KeptRule): GCondition {
  return strict<GCondition>(kit.run, 'BooleanCondition', {
    getBackground: () => rule.background,
    getFontColor: () => rule.fontColor,
    getBold: () => rule.bold,
    getItalic: () => rule.italic,
    getUnderline: () => rule.underline,
    getStrikethrough: () => rule.strikethrough,
    getCriteriaType: () => booleanCriteria.values[rule.criteria],
    getCriteriaValues: () => [...rule.values],
  });
}

function complete(draft: Draft): KeptRule {
  const { criteria, sheetId } = draft;
  if (!criteria) throw new Error('No condition was set for the conditional format rule.');
  if (sheetId === null || draft.areas.length === 0)
    throw new Error('No ranges were set for the conditional format rule.');
  return { ...draft, criteria, sheetId };
}
