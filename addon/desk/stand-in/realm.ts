/** How the host reaches into an evaluated script: its global functions by name, and values made inside it. */
import type { ScriptRealm } from './ports.ts';

/** What a global function's name can be; anything else is never looked up. */
export const FUNCTION_NAME = /^[A-Za-z_$][\w$]*$/;

/** A realm from what looks a global function up (null where there is none) and what makes values of its own. */
export function scriptRealm(
  own: Pick<ScriptRealm, 'date' | 'list' | 'error'>,
  find: (name: string) => CallableFunction | null,
): ScriptRealm {
  return {
    has: (name) => find(name) !== null,
    call: (name, args) => {
      const found = find(name);
      if (!found) throw new Error(`Script function not found: ${name}`);
      return Reflect.apply(found, undefined, args);
    },
    date: own.date,
    list: own.list,
    error: own.error,
  };
}
