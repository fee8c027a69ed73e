/** What google.script.run lets through: JSON-like values. A Date or an undefined inside fails the call; functions are dropped. */

type WireValue = null | boolean | number | string | WireValue[] | { [key: string]: WireValue };
export type WireResult =
  | { readonly ok: true; readonly value: WireValue }
  | { readonly ok: false; readonly path: string; readonly why: string };

/** A copy, so that nobody changes what the other side holds. An undefined on its own comes over as null. */
export function wireValue(value: unknown): WireResult {
  return value === undefined ? { ok: true, value: null } : copy(value, 'value', new Set());
}

function copy(value: unknown, path: string, above: Set<object>): WireResult {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return { ok: true, value };
  if (typeof value === 'number')
    return Number.isFinite(value) ? { ok: true, value } : refused(path, `${value} is no JSON number`);
  if (typeof value !== 'object') return refused(path, `${typeof value} cannot be passed`);
  if (above.has(value)) return refused(path, 'the value contains itself');
  if (Array.isArray(value)) return copyList(value, path, new Set([...above, value]));
  const tag = Object.prototype.toString.call(value);
  return tag === '[object Object]'
    ? copyObject(value, path, new Set([...above, value]))
    : refused(path, `${tag} cannot be passed`);
}

function copyList(items: readonly unknown[], path: string, above: Set<object>): WireResult {
  const copies: WireValue[] = [];
  for (const [index, item] of items.entries()) {
    if (typeof item === 'function') continue;
    const result = copy(item, `${path}[${index}]`, above);
    if (!result.ok) return result;
    copies.push(result.value);
  }
  return { ok: true, value: copies };
}

function copyObject(object: object, path: string, above: Set<object>): WireResult {
  const copies: [string, WireValue][] = [];
  for (const [key, item] of Object.entries(object)) {
    if (typeof item === 'function') continue;
    const result = copy(item, `${path}.${key}`, above);
    if (!result.ok) return result;
    copies.push([key, result.value]);
  }
  return { ok: true, value: Object.fromEntries(copies) };
}

function refused(path: string, why: string): WireResult {
  return { ok: false, path, why };
}
