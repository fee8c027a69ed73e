/** The ID token for the sidebar's own reading of the Worker. It is told to nobody else and kept nowhere. */
import type { TokenAnswer } from '../rpc.ts';
import { identityToken } from './identity.ts';
import { TROUBLE_WORDS } from './words.ts';

export function tellToken(): TokenAnswer {
  const identity = identityToken();
  if (identity === null) throw new Error(TROUBLE_WORDS.noToken);
  return { token: identity.token, expiresAt: new Date(identity.expiresAt).toISOString() };
}
