/** What is pushed to Apps Script: nothing that the platform lacks, strips or would refuse. */
import vm from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { safeScript } from './build.ts';
import { builtFiles } from './built-addon.test-support.ts';
import { freeNames } from './free-names.test-support.ts';

/** The language's own, as Apps Script's V8 has it. */
const LANGUAGE = [
  'Array',
  'BigInt',
  'Boolean',
  'Date',
  'Error',
  'Infinity',
  'Intl',
  'JSON',
  'Map',
  'Math',
  'NaN',
  'Number',
  'Object',
  'Promise',
  'RangeError',
  'Reflect',
  'RegExp',
  'Set',
  'String',
  'Symbol',
  'TypeError',
  'Uint8Array',
  'WeakMap',
  'WeakSet',
  'decodeURIComponent',
  'encodeURIComponent',
  'isFinite',
  'isNaN',
  'parseFloat',
  'parseInt',
  'undefined',
];

/** The services that the add-in is allowed to use by its scopes. */
const SERVICES = [
  'CacheService',
  'HtmlService',
  'LockService',
  'PropertiesService',
  'ScriptApp',
  'Session',
  'SpreadsheetApp',
  'UrlFetchApp',
];

const GLOBALS = [
  'carryEdits',
  'linkBind',
  'linkOpen',
  'linkRelease',
  'menuLink',
  'menuOpen',
  'menuSelfCheck',
  'menuSend',
  'menuSetUp',
  'menuSummary',
  'onEdit',
  'onInstall',
  'onOpen',
  'sidebarCommit',
  'sidebarConfirm',
  'sidebarDisplaced',
  'sidebarGlance',
  'sidebarJump',
  'sidebarKeep',
  'sidebarLedgerSeen',
  'sidebarOpen',
  'sidebarPulse',
  'sidebarReason',
  'sidebarRebind',
  'sidebarSetUp',
  'sidebarSettle',
  'sidebarSubmit',
  'sidebarToken',
  'sidebarUndo',
  'sweep',
];

let files: Awaited<ReturnType<typeof builtFiles>>;

beforeAll(async () => {
  files = await builtFiles();
});

describe('the script', () => {
  test('uses nothing but the language and the services', () => {
    const strange = [...freeNames(files.code)].filter((name) => !LANGUAGE.includes(name) && !SERVICES.includes(name));
    expect(strange).toEqual([]);
  });

  test.each([
    'fetch("x")',
    'function f() { return new URL("x") }',
    'setTimeout(() => 0)',
    'const { a = window } = {}',
    'x.y(crypto)',
  ])('would be caught using %s', (script) => {
    const caught = [...freeNames(script)].filter((name) => !LANGUAGE.includes(name) && !SERVICES.includes(name));
    expect(caught.filter((name) => name !== 'x')).toHaveLength(1);
  });

  test('declares exactly the global functions, and runs nothing before one is called', () => {
    // Any use of a service, or of the language's less common parts, would throw here.
    const context = vm.createContext({});
    vm.runInContext(files.code, context);
    const functions = Object.keys(context).filter((name) => typeof context[name] === 'function');
    expect(functions.filter((name) => !name.endsWith('_')).sort()).toEqual(GLOBALS);
    expect(context.addonExports).toBeUndefined();
    expect(files.code.match(/^function \w+/gm)?.map((line) => line.slice(9))).toEqual(expect.arrayContaining(GLOBALS));
  });

  test('has no module syntax and nothing newer than the platform’s parser takes', () => {
    expect(files.code).not.toMatch(/^(?:import|export)\b/m);
    expect(files.code).not.toMatch(/\?\?=|\?\.\(/);
    expect(() => new vm.Script(files.code)).not.toThrow();
  });

  test('keeps the Vietnamese as it is written', () => {
    expect(files.code).toContain('Chỉ tiêu');
    expect(files.code).not.toContain('\\u1EC9');
  });
});

describe('the sidebar', () => {
  test('is below 150 KB, which an old laptop has to parse at each opening', () => {
    expect(Buffer.byteLength(files.sidebar)).toBeLessThan(150_000);
  });
});

describe.each(['sidebar', 'link'] as const)('the page %s', (name) => {
  test('is one file with nothing that HtmlService strips', () => {
    const page = files[name];
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
    expect(scripts).toHaveLength(1);
    expect(scripts[0]).not.toMatch(/\/[/*]/);
    expect(scripts[0]).not.toContain('`');
    expect(page).not.toMatch(/<(?:script|link)[^>]*(?:src|href)=/);
  });
});

describe('making a script safe', () => {
  test.each([
    ['"https://x.example/*"', 'https://x.example/*'],
    ['"a</script>b".length', 11],
    ['"http://a".replace(/^https?:\\/\\//,"")', 'a'],
    ['/[/*]/.test("*")', true],
    ['"a//b".split("//").length', 2],
    ['6/2/3', 1],
  ])('%s still means the same', (script, result) => {
    const safe = safeScript(script);
    expect(safe).not.toMatch(/\/[/*]|<\/script/);
    expect(vm.runInNewContext(safe)).toBe(result);
  });
});

describe('the manifest', () => {
  test('asks for the narrowest scopes and names the Worker', () => {
    const manifest: unknown = JSON.parse(files.appsscript);
    expect(manifest).toMatchObject({ runtimeVersion: 'V8', urlFetchWhitelist: ['https://worker.example/'] });
    expect(Object(manifest).oauthScopes).toEqual([
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/script.external_request',
      'https://www.googleapis.com/auth/script.scriptapp',
      'https://www.googleapis.com/auth/userinfo.email',
      'openid',
    ]);
  });

  test('names no host where there is no https one', async () => {
    const local = await builtFiles('http://127.0.0.1:8787/');
    expect(local.appsscript).not.toContain('urlFetchWhitelist');
    expect(local.code).toContain('"http://127.0.0.1:8787"');
  });
});
