/**
 * Plain data as JavaScript that is short without being compressed: the keys of each shape of record are written once, as a small
 * constructor, and so is each text that occurs more than once. Much of a resolution is the names of its keys and ids.
 */

/** Data as JSON has it, its keys names that JavaScript takes for a parameter. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

export interface PackedSource {
  /** Constants that the expression names; empty where it needs none. */
  readonly declarations: string;
  readonly expression: string;
}

/** A shorter text is as short itself as what would name it. */
const WORTH_NAMING = 4;

export function packedSource(data: Plain): PackedSource {
  const texts = namesOfRepeated(data);
  const shapes = new Map<string, string>();
  const write = (value: Plain): string => {
    if (typeof value === 'string') return texts.get(value) ?? JSON.stringify(value);
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    if (isList(value)) return `[${value.map(write).join()}]`;
    const keys = Object.keys(value).join();
    const name = shapes.get(keys) ?? `r${shapes.size}`;
    shapes.set(keys, name);
    return `${name}(${Object.values(value).map(write).join()})`;
  };
  const expression = write(data);
  const constants = [
    ...[...texts].map(([text, name]) => `${name} = ${JSON.stringify(text)}`),
    ...[...shapes].map(([keys, name]) => `${name} = (${keys}) => ({ ${keys} })`),
  ];
  return { declarations: constants.map((constant) => `const ${constant};\n`).join(''), expression };
}

function namesOfRepeated(data: Plain): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  countTexts(data, counts);
  const repeated = [...counts].filter(([text, count]) => count > 1 && text.length >= WORTH_NAMING);
  return new Map(repeated.map(([text], index) => [text, `t${index}`]));
}

function countTexts(value: Plain, counts: Map<string, number>): void {
  if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
  else if (value !== null && typeof value === 'object') {
    for (const part of Object.values(value)) countTexts(part, counts);
  }
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
