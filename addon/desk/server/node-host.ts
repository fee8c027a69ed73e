/** The stand-in's ports in Node: the bundle in a `vm` context of its own, with nothing in scope but the language and the services. */
import { randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import type { CompiledScript, FetchAnswer, ScriptPorts } from '../stand-in/ports.ts';
import { FUNCTION_NAME, scriptRealm } from '../stand-in/realm.ts';
import { takeThread } from './run-thread.ts';

// A run's functions are all new to V8, and gone with its context a moment later: its middle compiler, which begins early, takes half of
// the time for code that hardly runs again.
setFlagsFromString('--no-maglev');

/** A new context has these besides the language; Apps Script does not. Only from inside can they be taken away. */
const NOT_THERE = ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'gc'];

/**
 * Run inside the context, so that what it makes is of its realm: the realm's clock and chance are the host's, which may be virtual.
 */
const PREPARE = `(function (now, random, notThere) {
  for (const name of notThere) delete globalThis[name];
  const Real = Date;
  const Clocked = new Proxy(Real, {
    construct: (target, args, asked) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, asked === Clocked ? target : asked),
    apply: () => new Real(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  Real.prototype.constructor = Clocked;
  Date = Clocked;
  Math.random = random;
  return {
    date: (ms) => new Real(ms),
    list: (items) => Array.from(items),
    error: (message) => new Error(message),
  };
})`;

export function compileInNode(source: string): CompiledScript {
  const script = new vm.Script(source, { filename: 'code.js' });
  const prepare = new vm.Script(PREPARE, { filename: 'prepare.js' });
  return (globals, world) => {
    // An ordinary global object: one that stands for another is asked anew at each mention of `Math` or `Object`, at ten times the price.
    const context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
    Object.assign(context, globals);
    const own = prepare.runInContext(context)(world.now, world.random, NOT_THERE);
    script.runInContext(context);
    const find = (name: string): CallableFunction | null => {
      const found: unknown = FUNCTION_NAME.test(name) && !Object.hasOwn(globals, name) ? context[name] : null;
      return typeof found === 'function' ? found : null;
    };
    return scriptRealm(own, find);
  };
}

/** Ports for tests and the start script; `more` replaces any of them. Without a `fetch` every address is unavailable. */
export function nodePorts(more: Partial<ScriptPorts> = {}): ScriptPorts {
  return {
    compile: compileInNode,
    now: () => Date.now(),
    fetch: (): FetchAnswer => ({ kind: 'unreachable', detail: 'no network port' }),
    identityToken: () => null,
    randomBytes: (count) => randomBytes(count),
    thread: takeThread,
    ...more,
  };
}
