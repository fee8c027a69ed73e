/** What becomes of a change of members, and whom an address may name. */
import type { Member } from '../../shared/wire.ts';
import { normalEmail } from '../store/members.ts';

/** Whether `email` is the only admin, who can neither be removed nor get another role. */
export function isLastAdmin(members: readonly Pick<Member, 'email' | 'role'>[], email: string): boolean {
  const admins = members.filter((member) => member.role === 'admin');
  return admins.length === 1 && admins[0]?.email === normalEmail(email);
}

/** ASCII alone: an admin cannot tell look-alike letters apart, and folding case or accents would make some of them one. */
const ADDRESS = /^[!#-'*+\-./\d=?A-Z^-~]{1,64}@[A-Za-z\d.-]{1,255}$/;

export function isEmail(text: string): boolean {
  return text.length <= 320 && ADDRESS.test(text);
}
