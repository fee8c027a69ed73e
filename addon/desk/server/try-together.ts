/** For tests: several runs of a small script at the same time. */

import type { Act, RunOutcome } from '../stand-in/host.ts';
import type { Schedule } from '../stand-in/schedule.ts';
import { OWNER, type TryOptions, tryHost } from './try-script.ts';

/** Counts in a property, once as everybody does and once under the lock; `note` says who was there, in order. */
export const COUNTING = `
  var seen = 0;
  const store = () => PropertiesService.getScriptProperties();
  function add(key, n) { store().setProperty(key, String(Number(store().getProperty(key) || 0) + n)); }
  function careless() { add('n', 1); seen += 1; return seen; }
  function careful() {
    const lock = LockService.getDocumentLock();
    lock.waitLock(10000);
    add('n', 1);
    lock.releaseLock();
  }
  function note(name) { for (let i = 0; i < 3; i += 1) add('order' + name, 1); }
`;

export const call = (functionName: string, args: readonly unknown[] = [], user = OWNER): Act => ({
  functionName,
  args,
  user,
  via: 'menu',
});

export function together(
  source: string,
  lines: readonly (Act | readonly Act[])[],
  schedule: Schedule,
  options: TryOptions = {},
) {
  const { host, model } = tryHost(source, options);
  const { outcomes, endedAt } = host.runTogether(lines, schedule);
  return {
    model,
    host,
    outcomes,
    endedAt,
    runs: outcomes.flatMap(({ runs }) => runs),
    n: model.script.scriptProperties.n,
    order: host.calls().map(({ run }) => run),
  };
}

export const messages = (runs: readonly RunOutcome[]) => runs.map((run) => (run.ok ? 'ok' : run.error.message));
