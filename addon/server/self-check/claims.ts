/** What the run's ID token says. The token itself never leaves this file: not in a cell, a property, a log or a message. */
import { claimsOf } from '../identity.ts';

export type TokenClaims =
  | {
      readonly kind: 'claims';
      /** Empty where the token does not say. */
      readonly aud: string;
      readonly iss: string;
      readonly email: string;
      readonly emailVerified: boolean;
      /** Whether it was issued to whom it is for. */
      readonly own: boolean;
      /** Of its life, at the moment of reading. */
      readonly secondsLeft: number;
    }
  /** Without the scope the platform throws; in a trigger without a person it gives none. */
  | { readonly kind: 'none' };

export function readClaims(): TokenClaims {
  let claims: Readonly<Record<string, unknown>> | null = null;
  try {
    claims = claimsOf(ScriptApp.getIdentityToken());
  } catch {
    // Its message is not told either: whatever the platform quotes there.
  }
  if (claims === null) return { kind: 'none' };
  const { aud, iss, email, email_verified, azp, exp } = claims;
  const text = (claim: unknown) => (typeof claim === 'string' ? claim : '');
  return {
    kind: 'claims',
    aud: text(aud),
    iss: text(iss),
    email: text(email),
    emailVerified: email_verified === true,
    own: azp === undefined || azp === aud,
    secondsLeft: typeof exp === 'number' ? Math.round(exp - Date.now() / 1000) : 0,
  };
}
