/** Everybody who might call, made real: members, registered workbooks, tokens and open sessions, around one unit. */
import { ADMIN, askAs, BROWSER_CLIENT, ORIGIN, tokenOf } from '../client.ts';
import { openSession } from '../sign-in.ts';
import type { Through, Who } from './table.ts';

const AUDIENCES: Readonly<Record<Exclude<Through, 'session cookie'>, string>> = {
  'browser token': BROWSER_CLIENT,
  'token of this unit’s workbook': 'workbook-here',
  'token of another unit’s workbook': 'workbook-elsewhere',
  'token of an unregistered workbook': 'workbook-nowhere',
};

const EMAILS: Readonly<Record<Who, string>> = {
  'reporter of this unit': 'here@demo.test',
  'reporter of another unit': 'elsewhere@demo.test',
  'reporter of both units': 'both@demo.test',
  reviewer: 'reviewer@demo.test',
  viewer: 'viewer@demo.test',
  admin: ADMIN,
  stranger: 'stranger@demo.test',
  // Claims the most that there is, with somebody else's key.
  nobody: ADMIN,
};

/** Invites everybody and registers the workbooks; `elsewhere` is the other unit. */
export async function settle(unit: string, elsewhere: string): Promise<void> {
  const set = async (path: string, body: unknown) => {
    const { status } = await askAs(ADMIN, path, { method: 'PUT', body });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  };
  const member = (who: Who, body: unknown) => set(`/api/members/${EMAILS[who]}`, body);
  await member('reporter of this unit', { role: 'reporter', units: [unit] });
  await member('reporter of another unit', { role: 'reporter', units: [elsewhere] });
  await member('reporter of both units', { role: 'reporter', units: [unit, elsewhere] });
  await member('reviewer', { role: 'reviewer' });
  await member('viewer', { role: 'viewer' });
  await set('/api/audiences/workbook-here', { unit });
  await set('/api/audiences/workbook-elsewhere', { unit: elsewhere });
}

/** The headers with which somebody calls. A session is opened afresh each time: some routes end it. */
export async function headersOf(who: Who, through: Through): Promise<Record<string, string>> {
  const email = EMAILS[who];
  if (through === 'session cookie') {
    return { Cookie: `__Host-session=${who === 'nobody' ? 'made-up' : await openSession(email)}`, Origin: ORIGIN };
  }
  const token = await tokenOf({ email, aud: AUDIENCES[through], ...(who === 'nobody' ? { key: 'stranger' } : {}) });
  return { Authorization: `Bearer ${token}` };
}
