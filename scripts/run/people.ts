/** Gives the demo people their roles and each unit's workbook its audience, through the API as an admin would. */

import { DESKS } from '../../addon/desk/server/people.ts';
import type { Role } from '../../shared/wire.ts';
import type { Api } from './api.ts';

interface DemoMember {
  readonly email: string;
  readonly role: Role;
  readonly units?: readonly string[];
  readonly name: string;
}

const MEMBERS: readonly DemoMember[] = [
  { email: 'admin@demo.test', role: 'admin', name: 'Quản trị' },
  { email: 'reviewer@demo.test', role: 'reviewer', name: 'Người duyệt' },
  { email: 'viewer@demo.test', role: 'viewer', name: 'Lãnh đạo xã' },
  ...DESKS.map((desk) => ({
    email: desk.email,
    role: 'reporter' as const,
    units: [desk.unit],
    name: `Người báo cáo ${desk.unitName}`,
  })),
];

export async function inviteDemoPeople(admin: Api): Promise<void> {
  for (const { email, ...member } of MEMBERS) await admin.put(`/api/members/${encodeURIComponent(email)}`, member);
  for (const desk of DESKS) await admin.put(`/api/audiences/addin-${desk.unit}`, { unit: desk.unit });
}
