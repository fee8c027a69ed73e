/** What every object of the stand-in does alike, in whichever thread the script meets it: what is not there throws. */

/** What languages and consoles ask any object for; Google's objects do not have it either. */
const SILENT = new Set(['then', 'toJSON', 'constructor', 'valueOf', 'prototype']);

/** @param error makes an error of the script's realm. */
export function absentMember(className: string, key: string, error: (message: string) => unknown): unknown {
  if (key === 'toString') return () => className;
  if (SILENT.has(key)) return undefined;
  throw error(`${className}.${key} is not in the stand-in`);
}

/** An enumeration's value knows its name; what it is equal to is only itself. */
export interface EnumValue {
  readonly name: () => string;
  readonly ordinal: () => number;
  readonly toString: () => string;
  readonly toJSON: () => string;
}

export function enumValue(name: string, index: number): EnumValue {
  return Object.freeze({ name: () => name, ordinal: () => index, toString: () => name, toJSON: () => name });
}

/** The values by their names; asking for another name throws. */
export function strictEnumeration(typeName: string, values: readonly (readonly [string, object])[]): object {
  return new Proxy(Object.fromEntries(values), {
    get: (known, key) => {
      if (typeof key === 'symbol' || Object.hasOwn(known, key)) return Reflect.get(known, key);
      throw new Error(`${typeName}.${key} is not in the stand-in`);
    },
  });
}
