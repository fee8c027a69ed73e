/** The words that every room says alike: verdicts, states, roles, periods, reading problems. Plain administrative Vietnamese. */

import { type Period, type Quarter, quarterOf, yearOf } from './periods.ts';
import type { ReadingProblem } from './reading.ts';
import type { Horizon } from './resolution/schema.ts';
import type { ReportState, Role, Verdict } from './wire.ts';

/** The word of each verdict. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  exceeded: 'Vượt chỉ tiêu',
  met: 'Đạt',
  'on-track': 'Đúng tiến độ',
  'in-progress': 'Đang thực hiện',
  behind: 'Chậm tiến độ',
  'not-met': 'Không đạt',
  'no-data': 'Chưa đủ số liệu',
  'not-due': 'Chưa đến kỳ đánh giá',
  'not-applicable': 'Không áp dụng',
  baseline: 'Kỳ gốc',
};

/** The word of each state of a report, and of none. */
export const STATE_WORDS: Readonly<Record<ReportState | 'none', string>> = {
  none: 'Chưa có báo cáo',
  draft: 'Đang nhập',
  submitted: 'Đã nộp, chờ duyệt',
  returned: 'Trả lại để bổ sung',
  accepted: 'Đã duyệt',
};

/** The word of each role. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  reporter: 'Người báo cáo',
  reviewer: 'Người duyệt',
  viewer: 'Người xem',
  admin: 'Quản trị',
};

/** By when a goal is to be met; takes the last year of the term. */
export const HORIZON_WORDS: Readonly<Record<Horizon, (lastYear: number) => string>> = {
  maintain: () => 'duy trì',
  everyYear: () => 'hằng năm',
  byEnd: (lastYear) => `đến ${lastYear}`,
  term: () => 'cả nhiệm kỳ',
};

/** Of a period that takes no reports. */
export const LOCKED = 'Đã khóa số liệu';
/** The choice beside a field, and the word in a sheet. */
export const NOT_APPLICABLE_WORD = 'Không áp dụng';
/** Stands beside that choice, so that nobody takes it for zero. */
export const NOT_APPLICABLE_HINT = '(khác với 0: không phát sinh)';
/** Stands wherever figures are made up. */
export const SAMPLE_MARK = 'Số liệu minh họa';

const HEADINGS: Readonly<Record<Quarter, string>> = { 1: 'Quý I', 2: '6 tháng', 3: '9 tháng', 4: 'Cả năm' };

/** The heading of a period's column in a table of one year. */
export function periodHeading(period: Period): string {
  return HEADINGS[quarterOf(period)];
}

/** A period in running text: "Quý I/2026", "6 tháng đầu năm 2026", "9 tháng năm 2026", "Năm 2026". */
export function periodName(period: Period, baseline?: Period): string {
  const year = yearOf(period);
  if (period === baseline) return `Kỳ gốc (năm ${year})`;
  switch (quarterOf(period)) {
    case 1:
      return `Quý I/${year}`;
    case 2:
      return `6 tháng đầu năm ${year}`;
    case 3:
      return `9 tháng năm ${year}`;
    case 4:
      return `Năm ${year}`;
  }
}

/** A flag that is set. */
export const YES = 'Có';
/** A flag that is not set. */
export const NO = 'Chưa';

/** Why a typed text is no number, and what to do. */
export const READING_WORDS: Readonly<Record<ReadingProblem, string>> = {
  empty: 'Chưa nhập số.',
  format: 'Không đọc được thành số. Chỉ gõ chữ số, dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân.',
  'decimal-point': 'Dấu chấm chỉ dùng để ngăn hàng nghìn (ba chữ số). Phần thập phân viết sau dấu phẩy.',
  grouping: 'Cách ngăn nhóm chữ số không rõ. Dấu chấm ngăn từng ba chữ số, dấu phẩy trước phần thập phân.',
  'leading-zero': 'Số bắt đầu bằng chữ số 0 thừa.',
  'minus-sign': 'Dấu trừ không đúng, hãy dùng dấu gạch nối.',
  unit: 'Chỉ gõ số, không gõ kèm đơn vị hoặc chữ.',
  'too-long': 'Số quá dài, hãy kiểm tra lại.',
};
