/** Whose run this is, and what the platform signs about it. Never the token: only what `claims.ts` tells of it. */
import type { Bench } from './bench.ts';
import { type Check, differs, type Finding, shown, when } from './check.ts';
import type { TokenClaims } from './claims.ts';
import { grantOf } from './grant.ts';
import { SEEN_WORDS } from './words.ts';

type Claims = Extract<TokenClaims, { kind: 'claims' }>;

export const IDENTITY_CHECKS: readonly Check[] = [
  {
    id: 'identity.token',
    attempt: ofClaims(({ aud, iss, own }) =>
      when(aud !== '' && iss !== '' && own, SEEN_WORDS.token(shown(aud), shown(iss), own)),
    ),
  },
  {
    id: 'identity.email',
    attempt: ofClaims(({ email, emailVerified }) =>
      when(email !== '' && emailVerified, `${shown(email)}, email_verified: ${emailVerified}`),
    ),
  },
  {
    id: 'identity.life',
    attempt: ofClaims(({ secondsLeft }) =>
      when(secondsLeft > 30 && secondsLeft <= 3_660, SEEN_WORDS.left(secondsLeft)),
    ),
  },
  { id: 'identity.account', attempt: account },
  { id: 'identity.scopes', attempt: scopes },
];

function ofClaims(judge: (claims: Claims) => Finding): (bench: Bench) => Finding {
  return ({ claims }) => (claims.kind === 'none' ? differs(SEEN_WORDS.noToken) : judge(claims));
}

/** Of the run, at the keyboard, in the token: one person. */
function account({ claims }: Bench): Finding {
  const names = [Session.getEffectiveUser().getEmail(), Session.getActiveUser().getEmail()];
  if (claims.kind === 'claims') names.push(claims.email);
  return when(names[0] !== '' && new Set(names).size === 1, shown(names));
}

function scopes(): Finding {
  const { complete, scopes: granted, url } = grantOf();
  return when(complete, SEEN_WORDS.scopes(granted, url));
}
