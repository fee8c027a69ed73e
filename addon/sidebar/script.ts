/** The only door to the script: `google.script.run` as promises, its failures told apart. */
import type { SidebarServer } from '../rpc.ts';
import type { Calls } from './google.d.ts';
import type { ScriptTrouble } from './model/state.ts';
import { STATE_WORDS } from './words.ts';

export type Outcome<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly trouble: ScriptTrouble };

export type Ask = <K extends keyof SidebarServer>(
  name: K,
  ...args: Parameters<SidebarServer[K]>
) => Promise<Outcome<ReturnType<SidebarServer[K]>>>;

/** Without a network neither handler may ever be called. Setting a workbook up takes longest. */
const PATIENCE_MS = 90_000;
const SET_UP_PATIENCE_MS = 330_000;

export const ask: Ask = (name, ...args) =>
  new Promise((resolve) => {
    const fail = (error: unknown): void => resolve({ ok: false, trouble: troubleOf(error, navigator.onLine) });
    const patience = name === 'sidebarSetUp' ? SET_UP_PATIENCE_MS : PATIENCE_MS;
    const timer = setTimeout(() => fail(new Error(STATE_WORDS.noAnswer)), patience);
    const calls: Calls = google.script.run
      .withSuccessHandler((answer) => {
        clearTimeout(timer);
        resolve({ ok: true, answer });
      })
      .withFailureHandler((error) => {
        clearTimeout(timer);
        fail(error);
      });
    calls[name](...args);
  });

/** With several accounts in one browser Google answers PERMISSION_DENIED; without a network "HTTP 0". */
export function troubleOf(error: unknown, online: boolean): ScriptTrouble {
  const message = error instanceof Error ? error.message : String(error);
  if (/PERMISSION_DENIED/i.test(message)) return { kind: 'accounts', message };
  if (!online || /HTTP 0|NetworkError|Failed to fetch/i.test(message)) return { kind: 'offline', message };
  return { kind: 'failed', message };
}
