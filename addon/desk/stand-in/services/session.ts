/** Session: whose run it is. In a simple trigger nobody's address is told, in an installed one only the creator's. */

import { sha256 } from '../model/sha256.ts';
import { utf8Bytes } from '../model/utf8.ts';
import type { Run } from '../run.ts';
import { strict } from './strict.ts';

type GSession = GoogleAppsScript.Base.Session;
type GUser = GoogleAppsScript.Base.User;

export function makeSession(run: Run): GSession {
  const { identity, host } = run;
  const simple = identity.authMode !== 'FULL';
  const active = simple ? '' : knownEditor(run);
  return strict<GSession>(run, 'Session', {
    getActiveUser: () => makeUser(run, active),
    getEffectiveUser: () => makeUser(run, simple ? '' : identity.effective.email),
    getScriptTimeZone: () => host.manifest?.timeZone ?? 'Asia/Ho_Chi_Minh',
    getActiveUserLocale: () => 'vi',
    getTemporaryActiveUserKey: () =>
      temporaryKey(identity.active?.email ?? identity.effective.email, host.model.script.scriptId),
  });
}

export function makeUser(run: Run, email: string): GUser {
  return strict<GUser>(run, 'User', { getEmail: () => email });
}

/** On consumer accounts another person's address stays blank in a trigger that is not hers; within a domain it is told. */
export function knownEditor(run: Run): string {
  const { active, effective } = run.identity;
  if (active === null) return '';
  const told = active.email === effective.email || run.host.ports.tellsActiveUser?.(active.email, effective.email);
  return told === true ? active.email : '';
}

/** Stable for a person and script, and says nothing else. */
function temporaryKey(email: string, scriptId: string): string {
  return sha256(utf8Bytes(`${scriptId} ${email}`))
    .slice(0, 16)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
