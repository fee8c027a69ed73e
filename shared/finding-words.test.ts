/** Every finding as its reader sees it: what was read, why it cannot stand, what to do. */
import { expect, test } from 'vitest';
import { findMalformed, malformedValue } from './malformed.ts';
import type { Period } from './periods.ts';
import { compilePlan, inputsOf } from './plan.ts';
import { chiengMung } from './resolution/chieng-mung.ts';
import { findingsOf, missingRequired } from './validate.ts';
import type { Values } from './values.ts';

const plan = compilePlan(chiengMung());

test.each<[unit: string, values: Record<string, unknown>, message: string]>([
  ['muong-bang', { gold: 1 }, 'Không có số liệu nào mang mã “gold”.'],
  [
    'muong-bang',
    { [`${'x'.repeat(38)} \n yz`]: 1 },
    'Không có số liệu nào mang mã “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx y…”.',
  ],
  [
    'muong-bang',
    { dossiers: 1 },
    '“Hồ sơ thủ tục hành chính đã giải quyết, lũy kế từ đầu năm” không thuộc báo cáo của đơn vị này.',
  ],
  [
    'muong-bang',
    { population: 'tám  nghìn' },
    '“Dân số”: đọc được “tám nghìn”, cần một số. Hãy nhập số, hoặc chọn “Không áp dụng”.',
  ],
  [
    'muong-bang',
    { population: Number.NaN },
    '“Dân số”: đọc được “không phải số”, cần một số. Hãy nhập số, hoặc chọn “Không áp dụng”.',
  ],
  ['muong-bang', { population: true }, '“Dân số”: đọc được “Có”, cần một số. Hãy nhập số, hoặc chọn “Không áp dụng”.'],
  [
    'muong-bang',
    { population: false },
    '“Dân số”: đọc được “Chưa”, cần một số. Hãy nhập số, hoặc chọn “Không áp dụng”.',
  ],
  [
    'muong-bang',
    { population: [1] },
    '“Dân số”: đọc được “dữ liệu lạ”, cần một số. Hãy nhập số, hoặc chọn “Không áp dụng”.',
  ],
  ['office', { ntmRecognised: 1.5 }, '“Công nhận NTM nâng cao”: đọc được 1,5, cần “Có” hoặc “Chưa”.'],
  ['office', { ntmRecognised: 'có' }, '“Công nhận NTM nâng cao”: đọc được “có”, cần “Có” hoặc “Chưa”.'],
  ['muong-bang', { coffeeArea: -1.25 }, '“Cà phê”: đọc được −1,25, nhưng số này không thể âm. Hãy kiểm tra lại.'],
  ['muong-bang', { population: 1_000_000_000_001 }, '“Dân số”: số quá lớn (trên 1.000 tỷ đơn vị). Hãy kiểm tra lại.'],
  ['muong-bang', { population: 8000.5 }, '“Dân số”: đọc được 8000,5, nhưng số này phải là số nguyên.'],
  ['muong-bang', { coffeeArea: 1.234 }, '“Cà phê”: đọc được 1,234, nhưng chỉ được có tối đa 2 chữ số thập phân.'],
])('refused of %s: %j', (unit, values, message) => {
  expect(findMalformed(plan, unit, values).map((finding) => finding.message)).toEqual([message]);
});

test('a trillion is the largest number, zero the smallest', () => {
  const people = plan.inputById.get('population')!;
  expect(malformedValue(people, 1e12)).toBeNull();
  expect(malformedValue(people, 0)).toBeNull();
});

test.each<[period: Period, values: Values, earlier: Partial<Record<Period, Values>>, message: string]>([
  [
    '2026-Q4',
    { schools: 3, schoolsStandard: 4 },
    {},
    '“Trường đạt chuẩn” (4 trường) lớn hơn “Trường học” (3 trường). Phần không thể lớn hơn tổng; hãy sửa một trong hai số.',
  ],
  [
    '2026-Q4',
    { schools: 'na', schoolsStandard: 3 },
    {},
    '“Trường đạt chuẩn” có số trong khi “Trường học” ghi “Không áp dụng”; đơn vị sẽ không được tính vào tỷ lệ. Hãy kiểm tra lại hoặc giải trình.',
  ],
  [
    '2026-Q1',
    { enterprises: 101 },
    {},
    '“Doanh nghiệp, HTX”: 101 đơn vị cao hơn mức thường thấy (100 đơn vị). Hãy kiểm tra lại hoặc giải trình.',
  ],
  [
    '2026-Q2',
    { enterprises: 40 },
    { '2026-Q1': { enterprises: 10 } },
    '“Doanh nghiệp, HTX” gấp 4,0 lần Quý I/2026 (10 → 40). Hãy kiểm tra lại hoặc giải trình.',
  ],
  [
    '2026-Q2',
    { enterprises: 10 },
    { '2026-Q1': { enterprises: 40 } },
    '“Doanh nghiệp, HTX” chỉ còn 25% so với Quý I/2026 (40 → 10). Hãy kiểm tra lại hoặc giải trình.',
  ],
  [
    '2026-Q2',
    { visitors: 1200 },
    { '2026-Q1': { visitors: 1500 } },
    '“Khách du lịch” lũy kế 1.200, thấp hơn Quý I/2026 (1.500). Số lũy kế từ đầu năm không giảm; hãy kiểm tra lại hoặc giải trình.',
  ],
  [
    '2026-Q4',
    { revenueSamePeriodLastYear: 1.1 },
    { '2025-Q4': { revenue: 1.2 } },
    '“Thu ngân sách cùng kỳ năm trước” ghi 1,1, nhưng Năm 2025 đơn vị đã báo cáo 1,2. Hãy kiểm tra lại hoặc giải trình.',
  ],
])('found in %s: %j after %j', (period, values, earlier, message) => {
  const found = findingsOf(plan, { unit: 'muong-bang', period, values, current: (other) => earlier[other] });
  expect(found.map((finding) => finding.message)).toEqual([message]);
});

test('a baseline that is missing or not applicable is noticed, of what is judged by its end', () => {
  const values = Object.fromEntries(inputsOf(plan, 'muong-bang').map((input) => [input.id, 0]));
  for (const none of [null, 'na'] as const) {
    const report = { ...values, enterprises: none, newMembers: none };
    expect(
      findingsOf(plan, { unit: 'muong-bang', period: '2025-Q4', values: report, current: () => undefined }),
    ).toEqual([
      {
        input: 'enterprises',
        severity: 'notice',
        code: 'baseline-missing',
        message: 'Chưa có số gốc của “Doanh nghiệp, HTX”; tiến độ sẽ tính từ kỳ đầu tiên có số liệu.',
      },
    ]);
  }
});

test('what is due and missing is an error', () => {
  const report = { unit: 'office', period: '2026-Q1' as const, values: {}, current: () => undefined };
  expect(missingRequired(plan, report)[0]).toEqual({
    input: 'totalSpending',
    severity: 'error',
    code: 'required',
    message:
      'Chưa có “Tổng chi ngân sách”. Hãy nhập số (0 nếu không phát sinh) hoặc chọn “Không áp dụng” trước khi nộp.',
  });
});
