/** The platform's enumerations as run-time values. Only names that Google's types have can be written here; asking for another throws. */

import { type EnumValue, enumValue, strictEnumeration } from './absent.ts';

/** `nameOf` is the way back from what a script hands over; it throws for anything else, as a wrong argument does at Google's. */
export interface Enumeration<E extends object> {
  readonly values: E;
  readonly nameOf: (value: unknown) => string & keyof E;
  readonly of: (name: string & keyof E) => E[keyof E];
}

interface EnumDescription {
  readonly object: object;
  readonly name: string;
  readonly ordinal: number;
}

interface EnumerationDescription {
  readonly typeName: string;
  readonly values: readonly EnumDescription[];
}

const allValues = new WeakMap<object, EnumDescription>();
const enumerations = new WeakMap<object, EnumerationDescription>();

function enumeration<E extends object>(typeName: string, names: readonly (string & keyof E)[]): Enumeration<E> {
  const byName = new Map<string, EnumValue>(names.map((name, index) => [name, enumValue(name, index)]));
  const values = strictEnumeration(typeName, [...byName]);
  const described = [...byName].map(([name, object], ordinal) => ({ object, name, ordinal }));
  for (const one of described) allValues.set(one.object, one);
  enumerations.set(values, { typeName, values: described });
  return {
    // The types declare these enumerations as numbers; at run time Google hands out objects, and so does the stand-in. This is the one place that says so.
    values: values as unknown as E,
    nameOf: (value) => {
      const name = names.find((candidate) => byName.get(candidate) === value);
      if (name === undefined)
        throw new Error(`The parameters don't match the method signature: ${String(value)} is no ${typeName}.`);
      return name;
    },
    of: (name) => byName.get(name) as unknown as E[keyof E],
  };
}

/** Null for what is no value of an enumeration. */
export function enumValueOf(object: object): EnumDescription | null {
  return allValues.get(object) ?? null;
}

/** Null for what is no enumeration. */
export function enumerationOf(object: object): EnumerationDescription | null {
  return enumerations.get(object) ?? null;
}

export const validationCriteria = enumeration<typeof GoogleAppsScript.Spreadsheet.DataValidationCriteria>(
  'DataValidationCriteria',
  [
    'DATE_AFTER',
    'DATE_BEFORE',
    'DATE_BETWEEN',
    'DATE_EQUAL_TO',
    'DATE_IS_VALID_DATE',
    'DATE_NOT_BETWEEN',
    'DATE_ON_OR_AFTER',
    'DATE_ON_OR_BEFORE',
    'NUMBER_BETWEEN',
    'NUMBER_EQUAL_TO',
    'NUMBER_GREATER_THAN',
    'NUMBER_GREATER_THAN_OR_EQUAL_TO',
    'NUMBER_LESS_THAN',
    'NUMBER_LESS_THAN_OR_EQUAL_TO',
    'NUMBER_NOT_BETWEEN',
    'NUMBER_NOT_EQUAL_TO',
    'TEXT_CONTAINS',
    'TEXT_DOES_NOT_CONTAIN',
    'TEXT_EQUAL_TO',
    'TEXT_IS_VALID_EMAIL',
    'TEXT_IS_VALID_URL',
    'VALUE_IN_LIST',
    'VALUE_IN_RANGE',
    'CUSTOM_FORMULA',
    'CHECKBOX',
  ],
);

export const booleanCriteria = enumeration<typeof GoogleAppsScript.Spreadsheet.BooleanCriteria>('BooleanCriteria', [
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'CUSTOM_FORMULA',
]);

export const borderStyle = enumeration<typeof GoogleAppsScript.Spreadsheet.BorderStyle>('BorderStyle', [
  'DOTTED',
  'DASHED',
  'SOLID',
  'SOLID_MEDIUM',
  'SOLID_THICK',
  'DOUBLE',
]);

export const wrapStrategy = enumeration<typeof GoogleAppsScript.Spreadsheet.WrapStrategy>('WrapStrategy', [
  'WRAP',
  'OVERFLOW',
  'CLIP',
]);

export const protectionType = enumeration<typeof GoogleAppsScript.Spreadsheet.ProtectionType>('ProtectionType', [
  'RANGE',
  'SHEET',
]);

export const metadataVisibility = enumeration<typeof GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility>(
  'DeveloperMetadataVisibility',
  ['DOCUMENT', 'PROJECT'],
);

export const metadataLocationType = enumeration<typeof GoogleAppsScript.Spreadsheet.DeveloperMetadataLocationType>(
  'DeveloperMetadataLocationType',
  ['SPREADSHEET', 'SHEET', 'ROW', 'COLUMN'],
);

export const dimension = enumeration<typeof GoogleAppsScript.Spreadsheet.Dimension>('Dimension', ['COLUMNS', 'ROWS']);

export const groupControl = enumeration<typeof GoogleAppsScript.Spreadsheet.GroupControlTogglePosition>(
  'GroupControlTogglePosition',
  ['BEFORE', 'AFTER'],
);

export const button = enumeration<typeof GoogleAppsScript.Base.Button>('Button', [
  'CLOSE',
  'OK',
  'CANCEL',
  'YES',
  'NO',
]);

export const buttonSet = enumeration<typeof GoogleAppsScript.Base.ButtonSet>('ButtonSet', [
  'OK',
  'OK_CANCEL',
  'YES_NO',
  'YES_NO_CANCEL',
]);

export const authMode = enumeration<typeof GoogleAppsScript.Script.AuthMode>('AuthMode', [
  'NONE',
  'CUSTOM_FUNCTION',
  'LIMITED',
  'FULL',
]);

export const authorizationStatus = enumeration<typeof GoogleAppsScript.Script.AuthorizationStatus>(
  'AuthorizationStatus',
  ['REQUIRED', 'NOT_REQUIRED'],
);

export const eventType = enumeration<typeof GoogleAppsScript.Script.EventType>('EventType', [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_CHANGE',
]);

export const triggerSource = enumeration<typeof GoogleAppsScript.Script.TriggerSource>('TriggerSource', [
  'SPREADSHEETS',
  'CLOCK',
]);

export const weekday = enumeration<typeof GoogleAppsScript.Base.Weekday>('Weekday', [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
]);

export const digestAlgorithm = enumeration<typeof GoogleAppsScript.Utilities.DigestAlgorithm>('DigestAlgorithm', [
  'SHA_256',
]);

export const charset = enumeration<typeof GoogleAppsScript.Utilities.Charset>('Charset', ['US_ASCII', 'UTF_8']);

export const xFrameOptions = enumeration<typeof GoogleAppsScript.HTML.XFrameOptionsMode>('XFrameOptionsMode', [
  'ALLOWALL',
  'DEFAULT',
]);

export const sandboxMode = enumeration<typeof GoogleAppsScript.HTML.SandboxMode>('SandboxMode', [
  'EMULATED',
  'IFRAME',
  'NATIVE',
]);
