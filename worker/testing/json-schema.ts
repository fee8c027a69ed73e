/** The document's schemas as a validator that runs in workerd, stricter than the document: an answer has no key that is not described. */
import { type Schema, Validator } from '@cfworker/json-schema';
import { jsonSchemas, SCHEMAS } from '../openapi/schemas.ts';

/** Clients ignore keys that they do not know; we do not send them. */
const definitions = Object.fromEntries(
  Object.entries(jsonSchemas()).map(([name, schema]) => [name, isLoose(name) ? plain(schema) : closed(plain(schema))]),
);

const validators = new Map<object, Validator>();

/** Where a value does not fit a schema of the document, and why; null where it does. */
export function faultOf(schema: object, value: unknown): string | null {
  const { valid, errors } = validatorOf(schema).validate(value);
  if (valid) return null;
  return errors.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`).join('; ');
}

function validatorOf(schema: object): Validator {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const validator = new Validator({ ...plain(schema), $defs: definitions }, '2020-12', false);
  validators.set(schema, validator);
  return validator;
}

/** As JSON, with references that lead into the validator's own definitions. */
function plain(schema: object): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/'));
}

function isLoose(name: string): boolean {
  return Object.entries(SCHEMAS).some(([known, { type }]) => known === name && type === 'loose_object');
}

function closed(schema: Schema): Schema {
  const inner = Object.entries(schema).map(([key, value]) => [key, closedWithin(value)] as const);
  const isOpen = schema.properties !== undefined && schema.additionalProperties === undefined;
  return { ...Object.fromEntries(inner), ...(isOpen ? { additionalProperties: false } : {}) };
}

function closedWithin(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closedWithin);
  return typeof value === 'object' && value !== null ? closed({ ...value }) : value;
}
