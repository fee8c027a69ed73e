/**
 * Values on their way between a script in a thread of its own and the services of its host: structured-clonable. Primitives and
 * lists go as they are, everything else has a tag; service objects and enumerations go as references and come back as themselves.
 */

export type Crossing = undefined | null | boolean | number | string | readonly Crossing[] | Tagged;

export type Tagged =
  | { readonly is: 'object'; readonly entries: readonly (readonly [string, Crossing])[] }
  | { readonly is: 'date'; readonly ms: number }
  | ServiceReference
  | EnumReference
  | { readonly is: 'enumeration'; readonly typeName: string; readonly values: readonly EnumReference[] }
  /** A function, or an object that is no plain one: it crosses as its tag alone, for whoever refuses it. */
  | { readonly is: 'function' }
  | { readonly is: 'other'; readonly tag: string };

export interface ServiceReference {
  readonly is: 'service';
  readonly id: number;
  readonly className: string;
  /** With the class's first object that crosses. */
  readonly members?: ClassMembers;
}

/** What a class has in the stand-in: functions, and values that are handed out as they are. */
export interface ClassMembers {
  readonly functions: readonly string[];
  readonly values: readonly (readonly [string, Crossing])[];
}

export interface EnumReference {
  readonly is: 'enum';
  readonly id: number;
  readonly name: string;
  readonly ordinal: number;
}

/** The parts of a value that both sides take apart alike. `special` decides what is neither primitive, list, date nor plain object. */
export function crossed(value: unknown, special: (object: object) => Crossing | null, above: Set<object>): Crossing {
  if (value === null || value === undefined) return value;
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'function') return { is: 'function' };
  if (typeof value !== 'object') return { is: 'other', tag: typeof value };
  const known = special(value);
  if (known !== null) return known;
  if (above.has(value)) return { is: 'other', tag: 'a value that contains itself' };
  const inner = new Set([...above, value]);
  if (Array.isArray(value)) return value.map((item: unknown) => crossed(item, special, inner));
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Date]') return { is: 'date', ms: Number(value) };
  if (tag !== '[object Object]') return { is: 'other', tag };
  return { is: 'object', entries: Object.entries(value).map(([key, item]) => [key, crossed(item, special, inner)]) };
}
