/** Whose run this is: the account that the platform names, and the ID token that the Worker believes. */
import { decodeBase64Url } from './base64url.ts';
import { parseJson } from './json-text.ts';

/** A token that lives this much longer at least is worth sending. */
const SPARE_MS = 30_000;

export interface IdentityToken {
  readonly token: string;
  /** Milliseconds. */
  readonly expiresAt: number;
}

/** The account that the script runs as; empty where the platform does not say. */
export function accountOfRun(): string {
  try {
    return Session.getEffectiveUser().getEmail();
  } catch {
    // Without the e-mail scope the platform throws; the sidebar shows an empty account then.
    return '';
  }
}

/** This run's ID token, or null where the platform gives none (scope not granted, trigger without a person). */
export function identityToken(): IdentityToken | null {
  let token: string | null;
  try {
    token = ScriptApp.getIdentityToken();
  } catch {
    return null;
  }
  const expiresAt = token === null ? null : expiryOf(token);
  if (token === null || expiresAt === null || expiresAt < Date.now() + SPARE_MS) return null;
  return { token, expiresAt };
}

/** When a JWT expires, in milliseconds; null where it is none. Only the Worker checks its signature. */
export function expiryOf(token: string): number | null {
  const exp = claimsOf(token)?.exp;
  return typeof exp === 'number' ? exp * 1000 : null;
}

/** What a JWT says, unchecked; null where it is none. */
export function claimsOf(token: string | null): Readonly<Record<string, unknown>> | null {
  const payload = decodeBase64Url(token?.split('.')[1] ?? '');
  const claims = payload === null ? undefined : parseJson(payload);
  return typeof claims === 'object' && claims !== null ? { ...claims } : null;
}
