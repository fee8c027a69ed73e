import { expect, test } from 'vitest';
import { OWNER, resultOf, tryHost } from '../server/try-script.ts';
import { compileInWorker } from './worker-evaluate.ts';

test('runs the same script as Node’s context does, with the worker’s globals hidden', () => {
  const source = `var count = 0;
    function main(n) { count += n; const range = SpreadsheetApp.getActive().getRange('A1'); range.setValue(count); return range.getValue(); }
    function seen() { return [typeof self, typeof fetch, typeof setTimeout, typeof process, typeof globalThis, typeof URL].join(); }`;
  const { host } = tryHost(source, { ports: { compile: compileInWorker } });
  const call = (name: string, ...args: unknown[]) => host.run(name, args, { user: OWNER, via: 'sidebar' });
  expect(resultOf(call('main', 2))).toBe(2);
  expect(resultOf(call('main', 3))).toBe(3);
  expect(resultOf(call('seen'))).toBe('undefined,undefined,undefined,undefined,undefined,undefined');
  for (const name of ['missing', 'SpreadsheetApp', 'a.b'])
    expect(call(name)).toMatchObject({ ok: false, error: { message: `Script function not found: ${name}` } });
});
