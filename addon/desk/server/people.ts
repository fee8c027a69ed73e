/** The people who can sign in at the desk's identity stand-in, and the desks (one workbook a unit) they sit at. */

import { createHash } from 'node:crypto';
import { chiengMung } from '../../../shared/resolution/chieng-mung.ts';

export interface Person {
  readonly email: string;
  /** The post, as no real person is named. */
  readonly name: string;
  /** What the person may do, in a few words, for the sign-in page. */
  readonly role: string;
}

export interface Desk {
  /** Id of the workbook, a stable stand-in for a Google spreadsheet id. */
  readonly book: string;
  readonly unit: string;
  readonly unitName: string;
  /** E-mail of the person who sits at this desk. */
  readonly email: string;
}

const { units } = chiengMung();

/** A desk for each unit of the resolution. */
export const DESKS: readonly Desk[] = units.map(({ id, name }) => ({
  book: `desk-${id}`,
  unit: id,
  unitName: name,
  email: `reporter.${id}@demo.test`,
}));

export const PEOPLE: readonly Person[] = [
  ...DESKS.map(({ email, unitName }) => ({
    email,
    name: `Người báo cáo ${unitName}`,
    role: `Nhập và nộp số liệu của ${unitName}`,
  })),
  { email: 'reviewer@demo.test', name: 'Người duyệt', role: 'Duyệt, trả lại báo cáo, khóa số liệu' },
  { email: 'viewer@demo.test', name: 'Người xem', role: 'Lãnh đạo xem số liệu tổng hợp' },
  { email: 'admin@demo.test', name: 'Quản trị', role: 'Quản lý người dùng, mở khóa số liệu' },
  { email: 'stranger@demo.test', name: 'Người ngoài', role: 'Không có vai trò nào, để thử việc từ chối' },
];

/** A workbook that a unit's person had before the add-in came, as `npm start` puts it there: to be linked as it is. */
export interface OwnBook extends Desk {
  readonly title: string;
}

const MUONG_BANG = { unit: 'muong-bang', unitName: 'Mường Bằng', email: 'reporter.muong-bang@demo.test' };

export const OWN_BOOKS = [
  { ...MUONG_BANG, book: 'office-by-year', title: 'Biểu theo năm' },
  { ...MUONG_BANG, book: 'office-by-period', title: 'Biểu theo kỳ' },
  { ...MUONG_BANG, book: 'office-by-field', title: 'Sổ theo lĩnh vực' },
] as const satisfies readonly OwnBook[];

/** Finds a person by e-mail address, which is compared without case. */
export function findPerson(email: string): Person | undefined {
  const wanted = email.trim().toLowerCase();
  return PEOPLE.find((person) => person.email === wanted);
}

/** The subject of a person: stable and opaque, as a real issuer's is. */
export function subjectOf(email: string): string {
  return createHash('sha256').update(`desk-subject:${email.toLowerCase()}`).digest('hex').slice(0, 32);
}

export function findPersonBySubject(subject: string): Person | undefined {
  return PEOPLE.find((person) => subjectOf(person.email) === subject);
}

/** The desk of a workbook, the unit's own or one that a person had before. */
export function findDesk(book: string): Desk | undefined {
  return [...DESKS, ...OWN_BOOKS].find((desk) => desk.book === book);
}
