/** Evaluation of the bundle in the Web Worker's own realm: one function whose parameters hide what Apps Script does not have. */
import type { CompiledScript } from './ports.ts';
import { FUNCTION_NAME, scriptRealm } from './realm.ts';

/** Globals of a Web Worker that a script must not see. Asking for one gives undefined, and `typeof` says so, as at Google's. */
const HIDDEN = [
  'self',
  'globalThis',
  'window',
  'document',
  'location',
  'navigator',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'postMessage',
  'addEventListener',
  'removeEventListener',
  'dispatchEvent',
  'onmessage',
  'close',
  'importScripts',
  'Worker',
  'SharedWorker',
  'MessageChannel',
  'MessagePort',
  'BroadcastChannel',
  'setTimeout',
  'setInterval',
  'clearTimeout',
  'clearInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'structuredClone',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'crypto',
  'Crypto',
  'CryptoKey',
  'SubtleCrypto',
  'atob',
  'btoa',
  'performance',
  'indexedDB',
  'caches',
  'Blob',
  'File',
  'FileReader',
  'FormData',
  'Headers',
  'Request',
  'Response',
  'AbortController',
  'Event',
  'EventTarget',
  'process',
  'require',
  'module',
  'exports',
  'Buffer',
  'global',
];

export const compileInWorker = (source: string): CompiledScript => {
  const services = [
    'SpreadsheetApp',
    'PropertiesService',
    'LockService',
    'CacheService',
    'UrlFetchApp',
    'ScriptApp',
    'Session',
    'HtmlService',
    'Utilities',
    'Logger',
    'console',
  ];
  // The last line looks a top-level function up by its name: a direct eval sees the declarations around it.
  const body = `${source}\n;return function (name) { try { return eval(name); } catch (error) { return undefined; } };`;
  const script = new Function(...services, ...HIDDEN, body);
  return (globals) => {
    const lookUp: unknown = Reflect.apply(
      script,
      undefined,
      services.map((name) => globals[name]),
    );
    const find = (name: string): CallableFunction | null => {
      if (typeof lookUp !== 'function' || !FUNCTION_NAME.test(name)) return null;
      const found: unknown = Reflect.apply(lookUp, undefined, [name]);
      return typeof found === 'function' && !services.includes(name) ? found : null;
    };
    return scriptRealm(
      { date: (ms) => new Date(ms), list: (items) => [...items], error: (message) => new Error(message) },
      find,
    );
  };
};
