/** Who is admin while nobody has made anybody one: whom the deployment's configuration names. */
import { normalEmail } from '../store/members.ts';
import type { Services } from './services.ts';

/**
 * Until the ledger's first entry the configuration's word counts alone, so that a slip in the address can still be put right; after
 * it only where nobody is admin, as there would be nobody to make one.
 */
export function inviteFirstAdmin({
  members,
  ledger,
  config: { firstAdmin },
}: Pick<Services, 'members' | 'ledger' | 'config'>): void {
  if (firstAdmin === null) return;
  const email = normalEmail(firstAdmin);
  const admins = members.list().filter(({ role }) => role === 'admin');
  if (ledger.head().index > 0 && admins.length > 0) return;
  for (const admin of admins) if (admin.email !== email) members.remove(admin.email);
  if (!admins.some((admin) => admin.email === email)) members.put({ email, role: 'admin', units: [], name: null });
}
