/** What `ScriptApp.getIdentityToken()` gives at the desk: a token of the workbook's audience, kept until shortly before it ends. */

import * as v from 'valibot';
import { syncRequest } from './sync-request.ts';

const Answer = v.object({ id_token: v.string() });
const Claims = v.object({ exp: v.number() });

/** A kept token must still serve a script that keeps it for a while itself. */
const SPARE_SECONDS = 600;

export function createIdentityTokens(unit: string): (email: string) => string | null {
  const kept = new Map<string, { token: string; expires: number }>();
  return (email) => {
    const known = kept.get(email);
    if (known !== undefined && known.expires - SPARE_SECONDS > Date.now() / 1000) return known.token;
    const query = new URLSearchParams({ email, aud: `addin-${unit}` });
    const answer = syncRequest(`/identity-token?${query}`);
    if (!answer.ok || answer.status !== 200) return null;
    const token = v.parse(Answer, JSON.parse(answer.text)).id_token;
    kept.set(email, { token, expires: expiryOf(token) });
    return token;
  };
}

function expiryOf(token: string): number {
  const payload = token.split('.')[1] ?? '';
  const json = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
  return v.parse(Claims, JSON.parse(json)).exp;
}
