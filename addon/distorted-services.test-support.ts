/** For tests: the stand-in's services with some members answering otherwise, as a platform would that is not what was assumed. */

/** Takes the real answer (to be called) and the arguments. */
type Distortion = (real: () => unknown, ...args: readonly unknown[]) => unknown;

/** By class and member: "Range.getValue". */
export type Distortions = Readonly<Record<string, Distortion>>;

export function distorted(
  globals: Readonly<Record<string, unknown>>,
  distortions: Distortions,
): Readonly<Record<string, unknown>> {
  const wrappers = new WeakMap<object, object>();
  const originals = new WeakMap<object, object>();

  const unwrap = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unwrap);
    if (typeof value !== 'object' || value === null) return value;
    const original = originals.get(value);
    if (original !== undefined) return original;
    const options = Object.entries(value);
    // Options may hold a service: a new tab's template.
    if (options.some(([, one]) => typeof one === 'object' && one !== null && originals.has(one)))
      return Object.fromEntries(options.map(([key, one]) => [key, unwrap(one)]));
    return value;
  };

  const wrap = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(wrap);
    if (!isService(value)) return value;
    const known = wrappers.get(value);
    if (known !== undefined) return known;
    const wrapper = new Proxy(value, { get: (service, key) => memberOf(service, key) });
    wrappers.set(value, wrapper);
    originals.set(wrapper, value);
    return wrapper;
  };

  const memberOf = (service: object, key: string | symbol): unknown => {
    const member: unknown = Reflect.get(service, key);
    // An enumeration.
    if (typeof member !== 'function') return member;
    const distortion = distortions[`${String(service)}.${String(key)}`];
    return (...args: readonly unknown[]) => {
      const real = () => Reflect.apply(member, undefined, args.map(unwrap));
      return wrap(distortion === undefined ? real() : distortion(real, ...args));
    };
  };

  return Object.fromEntries(Object.entries(globals).map(([name, value]) => [name, wrap(value)]));
}

/** Service objects say their class's name; enumerations, dates and plain objects do not. */
function isService(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return false;
  return Object.prototype.toString.call(value) === '[object Object]' && /^[A-Z][A-Za-z]+$/.test(String(value));
}
