/** What stands where a token should: shapes of tokens, headers and claims of all kinds, and good ones with something changed. */
import type { Chance } from '../../../test/oracle/random.ts';
import { base64url, goodClaims, goodHeader } from '../forge.ts';
import { anyJson, damaged } from './hostile-json.ts';
import { hostileText } from './hostile-text.ts';

const CLAIMS = ['iss', 'sub', 'aud', 'azp', 'email', 'email_verified', 'iat', 'exp', 'nbf'] as const;
const HEADERS = ['alg', 'kid', 'typ', 'jku', 'jwk', 'x5u', 'x5c', 'crit', 'b64', 'zip', 'enc'] as const;
const ALGORITHMS = ['none', 'None', 'HS256', 'RS256', 'ES256', 'PS256', 'RS512', 'EdDSA', ''] as const;

/** `good` is a token that is taken. */
export function hostileToken(chance: Chance, good: string): string {
  switch (chance.below(5)) {
    case 0:
      return damaged(chance, good);
    case 1:
      return hostileText(chance, 9000, true);
    case 2:
      return Array.from({ length: 1 + chance.below(6) }, () => part(anyJson(chance))).join('.');
    default:
      return `${part(header(chance))}.${part(claims(chance))}.${good.split('.')[2] ?? ''}`;
  }
}

function header(chance: Chance): unknown {
  const changed: Record<string, unknown> = { ...goodHeader() };
  if (chance.oneIn(2)) changed.alg = chance.pick(ALGORITHMS);
  else changed[chance.pick(HEADERS)] = anyJson(chance);
  return changed;
}

function claims(chance: Chance): unknown {
  const changed: Record<string, unknown> = goodClaims();
  for (let changes = chance.below(3); changes >= 0; changes--) changed[chance.pick(CLAIMS)] = anyJson(chance);
  return changed;
}

function part(value: unknown): string {
  return base64url(new TextEncoder().encode(JSON.stringify(value) ?? ''));
}
