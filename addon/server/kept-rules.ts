/** Validation rules of a person's own as data, so that they can be brought back where ours has taken their place. */
import * as v from 'valibot';

type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

const Plain = v.union([v.number(), v.boolean(), v.string()]);
const DateText = v.object({ date: v.string() });

export const KeptRuleSchema = v.object({
  criteria: v.string(),
  /** The criteria's arguments; dates as ISO 8601 text. */
  values: v.array(v.union([Plain, DateText, v.array(Plain)])),
  allowInvalid: v.boolean(),
  help: v.nullable(v.string()),
});
export type KeptRule = v.InferOutput<typeof KeptRuleSchema>;

/** Null for a rule that looks at other cells: it would not go along with inserted rows while it is kept. */
export function keptRule(rule: Validation): KeptRule | null {
  // At run time an object that knows its name, whatever the types say.
  const criteria = String(rule.getCriteriaType());
  const values: unknown[] = rule.getCriteriaValues().map(plainArgument);
  const isFormula = (value: unknown) => typeof value === 'string' && value.startsWith('=');
  if (criteria === 'CUSTOM_FORMULA' || values.some(isFormula)) return null;
  const kept = { criteria, values, allowInvalid: rule.getAllowInvalid(), help: rule.getHelpText() || null };
  const parsed = v.safeParse(KeptRuleSchema, kept);
  return parsed.success ? parsed.output : null;
}

export function ruleAgain({ criteria, values, allowInvalid, help }: KeptRule): Validation {
  const type: GoogleAppsScript.Spreadsheet.DataValidationCriteria = Reflect.get(
    SpreadsheetApp.DataValidationCriteria,
    criteria,
  );
  const given = values.map((value) => (typeof value === 'object' && 'date' in value ? new Date(value.date) : value));
  const builder = SpreadsheetApp.newDataValidation().withCriteria(type, given).setAllowInvalid(allowInvalid);
  return (help === null ? builder : builder.setHelpText(help)).build();
}

function plainArgument(value: unknown): unknown {
  return value instanceof Date ? { date: value.toISOString() } : value;
}
