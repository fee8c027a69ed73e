/** The only door from a page to the script: `google.script.run` as promises, its failures told apart. */
import type { ScriptRunner } from './google.d.ts';
import { PAGE_WORDS } from './words.ts';

/** Why a call to the script failed: `accounts` is Google's refusal where a browser holds several accounts. */
export type ScriptTrouble = { readonly kind: 'accounts' | 'offline' | 'failed'; readonly message: string };

export type Outcome<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly trouble: ScriptTrouble };

/** The script's functions that a page may call. */
type Functions<Server> = { readonly [K in keyof Server]: (...args: never[]) => unknown };

export type Ask<Server extends Functions<Server>> = <K extends keyof Server & string>(
  name: K,
  ...args: Parameters<Server[K]>
) => Promise<Outcome<ReturnType<Server[K]>>>;

/** @param patience milliseconds to wait for a function: without a network neither handler may ever be called. */
export function createAsk<Server extends Functions<Server>>(
  patience: (name: keyof Server & string) => number,
): Ask<Server> {
  return (name, ...args) =>
    new Promise((resolve) => {
      const fail = (error: unknown): void => resolve({ ok: false, trouble: troubleOf(error, navigator.onLine) });
      const timer = setTimeout(() => fail(new Error(PAGE_WORDS.noAnswer)), patience(name));
      const calls: ScriptRunner = google.script.run
        .withSuccessHandler((answer) => {
          clearTimeout(timer);
          resolve({ ok: true, answer });
        })
        .withFailureHandler((error) => {
          clearTimeout(timer);
          fail(error);
        });
      calls[name]?.(...args);
    });
}

/** With several accounts in one browser Google answers PERMISSION_DENIED; without a network "HTTP 0". */
function troubleOf(error: unknown, online: boolean): ScriptTrouble {
  const message = error instanceof Error ? error.message : String(error);
  if (/PERMISSION_DENIED/i.test(message)) return { kind: 'accounts', message };
  if (!online || /HTTP 0|NetworkError|Failed to fetch/i.test(message)) return { kind: 'offline', message };
  return { kind: 'failed', message };
}
