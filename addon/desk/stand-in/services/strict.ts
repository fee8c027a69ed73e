/** Makes a service object out of the members that the stand-in has: calls are authorised, counted and timed; any other member throws. */
import type { Run } from '../run.ts';

const handedOut = new WeakSet<object>();

/** What languages and consoles ask any object for; Google's objects do not have it either. */
const SILENT = new Set(['then', 'toJSON', 'constructor', 'valueOf', 'prototype']);

/**
 * `members` may hold only what Google's `Full` has, with Google's signatures: another name or shape does not compile.
 * Functions run through `run.enter`; other values (enumerations) are handed out as they are.
 */
export function strict<Full extends object>(run: Run, className: string, members: Partial<Full>): Full {
  const wrapped = new Map<string, unknown>();
  const proxy = new Proxy(members, {
    get: (target, key) => {
      if (typeof key === 'symbol') return undefined;
      if (!Object.hasOwn(target, key)) return absent(className, key);
      const known = wrapped.get(key);
      if (known !== undefined) return known;
      const member: unknown = Reflect.get(target, key);
      const value = typeof member === 'function' ? counted(run, className, key, member) : member;
      wrapped.set(key, value);
      return value;
    },
    set: (_, key) => {
      throw scriptError(run, `${className}.${String(key)} cannot be set`);
    },
  });
  handedOut.add(proxy);
  // The proxy answers every member of Full: with the stand-in's own, or by throwing. Types cannot say that.
  return proxy as unknown as Full;

  function absent(name: string, key: string): unknown {
    if (key === 'toString') return () => name;
    if (SILENT.has(key)) return undefined;
    throw scriptError(run, `${name}.${key} is not in the stand-in`);
  }
}

function counted(run: Run, className: string, key: string, member: CallableFunction): unknown {
  return (...args: unknown[]): unknown => {
    try {
      run.enter(className, key);
      return adopted(run, Reflect.apply(member, undefined, args));
    } catch (error) {
      throw error instanceof Error ? scriptError(run, error.message) : error;
    }
  };
}

/** An error of the script's own realm, so that its `instanceof Error` holds. */
function scriptError(run: Run, message: string): unknown {
  return run.realm ? run.realm.error(message) : new Error(message);
}

/** Arrays and dates of the script's own realm, always fresh copies; service objects as they are. */
function adopted(run: Run, value: unknown): unknown {
  if (!run.realm || value === null || typeof value !== 'object' || handedOut.has(value)) return value;
  if (value instanceof Date) return run.realm.date(value.getTime());
  return Array.isArray(value) ? run.realm.list(value.map((item) => adopted(run, item))) : value;
}

/** A realm's own dates are not `instanceof Date` here. */
export function asDate(value: unknown): Date | null {
  if (Object.prototype.toString.call(value) !== '[object Date]') return null;
  return new Date(Number(value));
}
