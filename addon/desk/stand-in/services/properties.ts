/** PropertiesService: texts by key, of the document, the script, the person; 9 KB a value, 500 KB a store, counted. */
import { utf8Bytes } from '../model/utf8.ts';
import type { ScriptState } from '../model/workbook-state.ts';
import type { Run } from '../run.ts';
import { strict } from './strict.ts';

type GService = GoogleAppsScript.Properties.PropertiesService;
type GProperties = GoogleAppsScript.Properties.Properties;

const VALUE_LIMIT_BYTES = 9 * 1024;
const STORE_LIMIT_BYTES = 500 * 1024;

interface Store {
  readonly read: () => Readonly<Record<string, string>>;
  readonly write: (next: Readonly<Record<string, string>>) => void;
}

export function makePropertiesService(run: Run): GService {
  const { model, ports } = run.host;
  const email = run.identity.effective.email;
  const keep = (change: (script: ScriptState) => void): void =>
    model.update((state) => change(state.script), { kind: 'script-state' });
  const documentStore: Store = {
    read: () => model.script.documentProperties,
    write: (next) =>
      keep((script) => {
        script.documentProperties = next;
      }),
  };
  const scriptStore: Store = {
    read: () => model.script.scriptProperties,
    write: (next) =>
      keep((script) => {
        script.scriptProperties = next;
      }),
  };
  const userStore: Store = {
    read: () => model.script.userProperties[email] ?? {},
    write: (next) =>
      keep((script) => {
        script.userProperties = { ...script.userProperties, [email]: next };
      }),
  };
  return strict<GService>(run, 'PropertiesService', {
    // The types promise an object; Google gives null where the script is bound to nothing, so a port may too.
    getDocumentProperties: () =>
      ports.lacksService?.('documentProperties') ? missing<GProperties>() : makeProperties(run, documentStore),
    getScriptProperties: () => makeProperties(run, scriptStore),
    getUserProperties: () => makeProperties(run, userStore),
  });
}

function makeProperties(run: Run, store: Store): GProperties {
  const used = (amount: number): void => run.host.quotas.count(run.identity.effective.email, 'properties', amount);
  const write = (next: Readonly<Record<string, string>>, keys: number): GProperties => {
    used(keys);
    const size = Object.entries(next).reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);
    if (size > STORE_LIMIT_BYTES)
      throw new Error('You have exceeded the property storage quota. Please remove some properties and try again.');
    store.write(next);
    return properties;
  };
  const properties: GProperties = strict<GProperties>(run, 'Properties', {
    getProperty: (key) => {
      used(1);
      return Object.hasOwn(store.read(), key) ? (store.read()[key] ?? null) : null;
    },
    getProperties: () => {
      used(1);
      return { ...store.read() };
    },
    getKeys: () => {
      used(1);
      return Object.keys(store.read());
    },
    setProperty: (key, value) => write({ ...store.read(), [key]: checked(key, value) }, 1),
    setProperties: (given: { [key: string]: string }, deleteAllOthers?: boolean) => {
      const entries = Object.entries(given).map(([key, value]) => [key, checked(key, value)] as const);
      return write({ ...(deleteAllOthers ? {} : store.read()), ...Object.fromEntries(entries) }, entries.length);
    },
    deleteProperty: (key) => write(Object.fromEntries(Object.entries(store.read()).filter(([one]) => one !== key)), 1),
    deleteAllProperties: () => write({}, 1),
  });
  return properties;
}

/** Google turns anything into text; a null or an object is never meant. */
function checked(key: string, value: unknown): string {
  if (typeof key !== 'string' || key === '') throw new Error('Argument cannot be null: key');
  if (typeof value !== 'string') throw new Error(`Property ${key} is no text: not in the stand-in`);
  if (bytes(value) > VALUE_LIMIT_BYTES) throw new Error('Argument too large: value');
  return value;
}

function bytes(text: string): number {
  return utf8Bytes(text).length;
}

/** A null where Google's types know none. */
export function missing<T>(): T {
  return null as unknown as T;
}
