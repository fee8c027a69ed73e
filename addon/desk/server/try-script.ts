/** For tests: a workbook with a small script, run in Node's vm context as the built bundle is. */

import { createScriptHost, type RunOutcome } from '../stand-in/host.ts';
import type { ScriptPorts } from '../stand-in/ports.ts';
import type { DailyLimits } from '../stand-in/quotas.ts';
import { createWorkbook, type WorkbookModel } from '../stand-in/workbook-model.ts';
import { nodePorts } from './node-host.ts';

export const OWNER = { email: 'owner@demo.test' };
export const EDITOR = { email: 'editor@demo.test' };
/** 24 November 2026, 9:00 in Hà Nội. */
export const NOW = Date.UTC(2026, 10, 24, 2, 0, 0);

export function tryBook(): WorkbookModel {
  return createWorkbook({
    id: 'book-1',
    name: 'Sổ thử',
    owner: OWNER.email,
    editors: [EDITOR.email],
    sheets: [
      { name: 'Năm 2026', rows: 50, columns: 10 },
      { name: 'Kết quả', rows: 50, columns: 10 },
    ],
  });
}

export interface TryOptions {
  readonly model?: WorkbookModel;
  readonly ports?: Partial<ScriptPorts>;
  readonly files?: Readonly<Record<string, string>>;
  readonly dailyLimits?: Partial<DailyLimits>;
}

export function tryHost(bundleSource: string, options: TryOptions = {}) {
  const model = options.model ?? tryBook();
  const ports = nodePorts({ now: () => NOW, ...options.ports });
  const host = createScriptHost({
    model,
    bundleSource,
    files: options.files ?? {},
    ports,
    ...(options.dailyLimits === undefined ? {} : { dailyLimits: options.dailyLimits }),
  });
  return {
    model,
    host,
    call: (name: string, ...args: unknown[]) => host.run(name, args, { user: OWNER, via: 'menu' }),
  };
}

/** Runs the text as the body of one function; its result as it is. Fails the test if the run failed. */
export function evaluate(body: string, options: TryOptions = {}): unknown {
  return resultOf(tryHost(`function main() { ${body} }`, options).call('main'));
}

export function errorOf(body: string, options: TryOptions = {}): string {
  const outcome = tryHost(`function main() { ${body} }`, options).call('main');
  return outcome.ok ? `no error, but ${String(outcome.value)}` : outcome.error.message;
}

export function resultOf(outcome: RunOutcome | undefined): unknown {
  if (!outcome) throw new Error('There was no run');
  if (!outcome.ok) throw new Error(`${outcome.functionName} failed: ${outcome.error.message}`);
  return outcome.value;
}
