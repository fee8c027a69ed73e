/** The stand-in's ports in Node: the bundle in a `vm` context of its own, with nothing in scope but the language and the services. */
import { randomBytes } from 'node:crypto';
import vm from 'node:vm';
import type { CompiledScript, FetchAnswer, ScriptPorts } from '../stand-in/ports.ts';
import { FUNCTION_NAME, scriptRealm } from '../stand-in/realm.ts';

/** Made inside the context, so that what they make is of its realm. */
const MAKERS = `({
  date: (ms) => new Date(ms),
  list: (items) => Array.from(items),
  error: (message) => new Error(message),
})`;

/** A new context has these besides the language; Apps Script does not. */
const NOT_THERE = ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'gc'];

export function compileInNode(source: string): CompiledScript {
  const script = new vm.Script(source, { filename: 'code.js' });
  const makers = new vm.Script(MAKERS, { filename: 'makers.js' });
  return (globals) => {
    const context = vm.createContext({ ...globals });
    for (const name of NOT_THERE) Reflect.deleteProperty(context, name);
    const own = makers.runInContext(context);
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
    ...more,
  };
}
