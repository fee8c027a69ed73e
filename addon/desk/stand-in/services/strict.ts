/** Makes a service object out of the members that the stand-in has: calls are authorised, counted and timed; any other member throws. */
import type { Run } from '../run.ts';
import { LockWait } from '../waiting.ts';
import { absentMember } from './absent.ts';

interface ServiceDescription {
  readonly className: string;
  readonly functions: readonly string[];
  readonly values: readonly (readonly [string, unknown])[];
}

const handedOut = new WeakMap<object, { readonly className: string; readonly members: object }>();

/**
 * `members` may hold only what Google's `Full` has, with Google's signatures: another name or shape does not compile.
 * Functions run through `run.enter`; other values (enumerations) are handed out as they are.
 */
export function strict<Full extends object>(run: Run, className: string, members: Partial<Full>): Full {
  const wrapped = new Map<string, unknown>();
  const proxy = new Proxy(members, {
    get: (target, key) => {
      if (typeof key === 'symbol') return undefined;
      if (!Object.hasOwn(target, key)) return absentMember(className, key, (message) => scriptError(run, message));
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
  handedOut.set(proxy, { className, members });
  // The proxy answers every member of Full: with the stand-in's own, or by throwing. Types cannot say that.
  return proxy as unknown as Full;
}

/** Null for what is no service object. */
export function describeService(object: object): ServiceDescription | null {
  const known = handedOut.get(object);
  if (known === undefined) return null;
  const own = Object.entries(known.members);
  return {
    className: known.className,
    functions: own.flatMap(([key, value]) => (typeof value === 'function' ? [key] : [])),
    values: own.filter(([, value]) => typeof value !== 'function'),
  };
}

function counted(run: Run, className: string, key: string, member: CallableFunction): unknown {
  return (...args: unknown[]): unknown => {
    try {
      const late = run.enter(className, key);
      const answered = (value: unknown): unknown => {
        if (late !== null) throw new Error(late);
        return adopted(run, value);
      };
      try {
        return answered(Reflect.apply(member, undefined, args));
      } catch (error) {
        throw error instanceof LockWait ? error.followedBy(answered) : error;
      }
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
