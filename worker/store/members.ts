/** Who is a member: invited by e-mail address, bound to issuer and subject at first sight. */
import * as v from 'valibot';
import { type Member, ROLES } from '../../shared/wire.ts';
import type { Person } from '../auth/tokens.ts';

/** A member with the opaque id that the log names them by. */
export interface StoredMember extends Member {
  readonly id: string;
}

export interface MemberStore {
  /** The member that a person is, by issuer and subject alone. */
  bound(person: Pick<Person, 'issuer' | 'subject'>): StoredMember | undefined;
  byEmail(email: string): StoredMember | undefined;
  /** Binds an invitation that nobody has taken up; false where there is none for this address. */
  bind(person: Person): boolean;
  list(): StoredMember[];
  put(member: Member): void;
  remove(email: string): void;
  /** The issuer and subject that a member is bound to, once seen. */
  bindingOf(email: string): Pick<Person, 'issuer' | 'subject'> | undefined;
}

/** Addresses are compared without case. */
export function normalEmail(email: string): string {
  return email.normalize('NFC').toLowerCase();
}

type Row = Record<string, SqlStorageValue> & {
  id: string;
  email: string;
  role: string;
  units: string;
  name: string | null;
  issuer: string | null;
  subject: string | null;
};

const RoleSchema = v.picklist(ROLES);
const UnitsSchema = v.array(v.string());

export function memberStore(sql: SqlStorage): MemberStore {
  const select = (where: string, ...values: string[]) =>
    sql.exec<Row>(`SELECT * FROM members ${where}`, ...values).toArray();
  return {
    bound: ({ issuer, subject }) => select('WHERE issuer = ? AND subject = ?', issuer, subject).map(memberOf)[0],
    byEmail: (email) => select('WHERE email = ?', normalEmail(email)).map(memberOf)[0],
    bind: ({ issuer, subject, email }) =>
      sql.exec(
        'UPDATE members SET issuer = ?, subject = ? WHERE email = ? AND subject IS NULL',
        issuer,
        subject,
        normalEmail(email),
      ).rowsWritten > 0,
    list: () => select('ORDER BY email').map(memberOf),
    put: (member) => {
      sql.exec(
        `INSERT INTO members (id, email, role, units, name) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (email) DO UPDATE SET role = excluded.role, units = excluded.units, name = excluded.name`,
        crypto.randomUUID(),
        normalEmail(member.email),
        member.role,
        JSON.stringify(member.units),
        member.name,
      );
    },
    remove: (email) => {
      sql.exec('DELETE FROM members WHERE email = ?', normalEmail(email));
    },
    bindingOf: (email) =>
      select('WHERE email = ?', normalEmail(email)).flatMap(({ issuer, subject }) =>
        issuer === null || subject === null ? [] : [{ issuer, subject }],
      )[0],
  };
}

function memberOf(row: Row): StoredMember {
  return {
    id: row.id,
    email: row.email,
    role: v.parse(RoleSchema, row.role),
    units: v.parse(UnitsSchema, JSON.parse(row.units)),
    name: row.name,
  };
}
