/** Who may do what: one table, and the one question `can`. Read a capability's line to see who has it. */
import type { Role } from '../shared/wire.ts';

/** How far a role's right reaches: every unit, or the member's own. */
type Reach = 'all' | 'own';

interface Rule {
  /** Reading follows the person through any client; all else needs the browser sign-in, sending excepted. */
  readonly reads: boolean;
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
}

const EVERYONE = { reporter: 'all', reviewer: 'all', viewer: 'all', admin: 'all' } as const;
const REVIEWERS = { reviewer: 'all', admin: 'all' } as const;
const ADMINS = { admin: 'all' } as const;

export const CAPABILITIES = {
  'report.send': { reads: false, roles: { reporter: 'own' } },
  'report.read': { reads: true, roles: { ...EVERYONE, reporter: 'own' } },
  'report.review': { reads: false, roles: REVIEWERS },
  'period.lock': { reads: false, roles: REVIEWERS },
  'period.unlock': { reads: false, roles: ADMINS },
  'summary.read': { reads: true, roles: EVERYONE },
  'units.read': { reads: true, roles: EVERYONE },
  'sheet.release': { reads: false, roles: ADMINS },
  'ledger.read': { reads: true, roles: REVIEWERS },
  'checkpoint.read': { reads: true, roles: REVIEWERS },
  'members.read': { reads: true, roles: ADMINS },
  'members.manage': { reads: false, roles: ADMINS },
  'audiences.read': { reads: true, roles: ADMINS },
  'audiences.manage': { reads: false, roles: ADMINS },
  'settings.manage': { reads: false, roles: ADMINS },
  // No reading in this sense: whom a workbook's script speaks for must not lose the whole commune to it.
  'backup.take': { reads: false, roles: ADMINS },
  'backup.restore': { reads: false, roles: ADMINS },
} as const satisfies Readonly<Record<string, Rule>>;

export type Capability = keyof typeof CAPABILITIES;

/** Through what a person came: the browser sign-in's client, or the script of one unit's workbook, which any editor of it can change. */
export type Client =
  | { readonly kind: 'browser' }
  | { readonly kind: 'workbook'; readonly audience: string; readonly unit: string };

export interface Rightful {
  readonly role: Role;
  readonly units: readonly string[];
}

/**
 * Whether a member may, through this client, and for this unit where the capability is about one. A workbook's client
 * carries what its person may read, and sending for its own unit; nothing else, whoever the token names.
 */
export function can(member: Rightful | null, client: Client, capability: Capability, unit?: string): boolean {
  if (member === null || !Object.hasOwn(CAPABILITIES, capability)) return false;
  const rule: Rule = CAPABILITIES[capability];
  const reach = Object.hasOwn(rule.roles, member.role) ? rule.roles[member.role] : undefined;
  if (reach === undefined) return false;
  if (reach === 'own' && (unit === undefined || !member.units.includes(unit))) return false;
  if (client.kind === 'browser' || rule.reads) return true;
  return capability === 'report.send' && unit === client.unit;
}
