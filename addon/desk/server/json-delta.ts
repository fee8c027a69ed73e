/**
 * The difference between two JSON documents, small enough to be sent after every edit and once more while the page
 * closes (a browser lets at most 64 KiB go then). Pure: runs in the page, in its worker and in the server.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

type Path = readonly (string | number)[];

/** One change: a value put in place, a key taken away, or items of an array exchanged for others. */
export type Change =
  | { readonly path: Path; readonly set: Json }
  | { readonly path: Path; readonly drop: true }
  | { readonly path: Path; readonly splice: readonly [at: number, remove: number, insert: readonly Json[]] };

export type Applied = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly path: Path };

/** Lists what turns `from` into `to`; empty: they are equal. */
export function diffJson(from: Json, to: Json): Change[] {
  const changes: Change[] = [];
  collect(from, to, [], changes);
  return changes;
}

/** Applies changes without touching `document`; not ok where a path is not in it: the document is another one. */
export function applyChanges(document: Json, changes: readonly Change[]): Applied {
  let value = document;
  for (const change of changes) {
    const next = applyAt(value, change.path, 0, change);
    if (next === undefined) return { ok: false, path: change.path };
    value = next;
  }
  return { ok: true, value };
}

function collect(from: Json, to: Json, path: Path, changes: Change[]): void {
  if (from === to) return;
  if (isArray(from) && isArray(to)) collectArray(from, to, path, changes);
  else if (isObject(from) && isObject(to)) collectObject(from, to, path, changes);
  else changes.push({ path, set: to });
}

function collectObject(
  from: { readonly [key: string]: Json },
  to: { readonly [key: string]: Json },
  path: Path,
  changes: Change[],
): void {
  for (const key of Object.keys(from)) if (!Object.hasOwn(to, key)) changes.push({ path: [...path, key], drop: true });
  for (const [key, value] of Object.entries(to)) {
    const before = Object.hasOwn(from, key) ? from[key] : undefined;
    if (before === undefined) changes.push({ path: [...path, key], set: value });
    else collect(before, value, [...path, key], changes);
  }
}

/** Arrays of one length are compared item by item; of two lengths, what lies between the equal ends is exchanged. */
function collectArray(from: readonly Json[], to: readonly Json[], path: Path, changes: Change[]): void {
  if (from.length === to.length) {
    from.forEach((item, index) => {
      collect(item, to[index] ?? null, [...path, index], changes);
    });
    return;
  }
  const start = equalItems(from, to, 0, 1);
  const room = Math.min(from.length, to.length) - start;
  const end = Math.min(room, equalItems(from, to, -1, -1));
  const insert = to.slice(start, to.length - end);
  changes.push({ path, splice: [start, from.length - start - end, insert] });
}

function equalItems(from: readonly Json[], to: readonly Json[], first: number, step: 1 | -1): number {
  const shorter = Math.min(from.length, to.length);
  let count = 0;
  while (count < shorter) {
    const at = first + count * step;
    const left = from.at(at);
    const right = to.at(at);
    if (left === undefined || right === undefined || diffJson(left, right).length > 0) break;
    count += 1;
  }
  return count;
}

function applyAt(value: Json, path: Path, depth: number, change: Change): Json | undefined {
  const key = path[depth];
  if (key === undefined) return applyHere(value, change);
  const last = depth === path.length - 1;
  if (isArray(value)) {
    if (typeof key !== 'number' || value[key] === undefined || (last && 'drop' in change)) return undefined;
    const item = applyAt(value[key], path, depth + 1, change);
    return item === undefined ? undefined : replaceItems(value, key, 1, [item]);
  }
  if (!isObject(value) || typeof key !== 'string') return undefined;
  return applyInObject(value, key, path, depth, change);
}

function applyInObject(
  value: { readonly [key: string]: Json },
  key: string,
  path: Path,
  depth: number,
  change: Change,
): Json | undefined {
  const before = Object.hasOwn(value, key) ? value[key] : undefined;
  const last = depth === path.length - 1;
  if (last && 'drop' in change) {
    const { [key]: dropped, ...rest } = value;
    return dropped === undefined ? undefined : rest;
  }
  if (before === undefined) return last && 'set' in change ? { ...value, [key]: change.set } : undefined;
  const next = applyAt(before, path, depth + 1, change);
  return next === undefined ? undefined : { ...value, [key]: next };
}

function applyHere(value: Json, change: Change): Json | undefined {
  if ('set' in change) return change.set;
  if (!('splice' in change) || !isArray(value)) return undefined;
  const [at, remove, insert] = change.splice;
  if (at < 0 || remove < 0 || at + remove > value.length) return undefined;
  return replaceItems(value, at, remove, insert);
}

function replaceItems(items: readonly Json[], at: number, remove: number, insert: readonly Json[]): Json[] {
  return [...items.slice(0, at), ...insert, ...items.slice(at + remove)];
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
