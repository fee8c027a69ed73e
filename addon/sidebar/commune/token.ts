/** The ID token for reading from the Worker: in memory alone, and renewed before its hour is over. */
import type { Ask } from '../script.ts';

/** Well before the end: a call to the script takes seconds, and clocks differ. */
const RENEW_BEFORE_MS = 5 * 60_000;

export interface Tokens {
  /** A token that is good for some minutes yet; null where the script gives none. */
  current(): Promise<string | null>;
  /** The Worker refused it: ask for a new one next time. */
  forget(): void;
}

export function createTokens(ask: Ask, now: () => number, onAccount: (account: string | null) => void): Tokens {
  let known: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<string | null> | null = null;

  const renew = async (): Promise<string | null> => {
    const outcome = await ask('sidebarToken');
    asking = null;
    if (!outcome.ok) return null;
    const { token, expiresAt } = outcome.answer;
    known = { token, until: Date.parse(expiresAt) - RENEW_BEFORE_MS };
    onAccount(accountOf(token));
    return token;
  };

  return {
    current: () => {
      if (known !== null && now() < known.until) return Promise.resolve(known.token);
      asking ??= renew();
      return asking;
    },
    forget: () => {
      known = null;
    },
  };
}

/** The e-mail address in an ID token, for showing only; null where there is none. */
export function accountOf(token: string): string | null {
  const [, payload = ''] = token.split('.');
  try {
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof claims !== 'object' || claims === null || !('email' in claims)) return null;
    return typeof claims.email === 'string' ? claims.email : null;
  } catch {
    return null;
  }
}
