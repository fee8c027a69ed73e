/** What becomes of a change of members: the last admin stays. */
import type { Member } from '../../shared/wire.ts';
import { normalEmail } from '../store/members.ts';

/** Whether `email` is the only admin, who can neither be removed nor get another role. */
export function isLastAdmin(members: readonly Pick<Member, 'email' | 'role'>[], email: string): boolean {
  const admins = members.filter((member) => member.role === 'admin');
  return admins.length === 1 && admins[0]?.email === normalEmail(email);
}

const ADDRESS = /^[^\s@<>"(),:;\\[\]]{1,64}@[^\s@<>"(),:;\\[\]]{1,255}$/;

export function isEmail(text: string): boolean {
  return text.length <= 320 && ADDRESS.test(text);
}
