import { describe, expect, test } from 'vitest';
import { readLabel } from './label.ts';
import { isLight } from './sayings.ts';

/** The first reading's words that say something. */
const meaning = (text: string): string =>
  (readLabel(text).readings[0] ?? [])
    .filter((word) => !isLight(word))
    .map(({ plain }) => plain)
    .join(' ');

describe('a label', () => {
  test.each([
    ['- Hộ nghèo', 7],
    ['+ Hộ nghèo', 8],
    ['1. Hộ nghèo', 3],
    ['1.1 Hộ nghèo', 4],
    ['1.1.2. Hộ nghèo', 5],
    ['a) Hộ nghèo', 6],
    ['II. Hộ nghèo', 2],
    ['IV- Hộ nghèo', 2],
    ['B. Hộ nghèo', 1],
    ['Hộ nghèo', null],
    ['Hộ nghèo (*)', null],
    ['Hộ nghèo¹:', null],
    ['Số hộ nghèo [2]', null],
    ['  • Hộ nghèo:', 7],
    ['Tổng số hộ nghèo trên địa bàn xã', null],
  ])('%j means "hộ nghèo", at depth %s', (text, rank) => {
    expect(meaning(text)).toBe('ho ngheo');
    expect(readLabel(text).rank).toBe(rank);
  });

  test.each(['Trong đó: hộ nghèo', 'Tr.đó: - Hộ nghèo', '- Trong đó hộ nghèo', 'Trong do: ho ngheo'])(
    '%j is part of what stands above',
    (text) => {
      expect(readLabel(text)).toMatchObject({ partOfAbove: true });
      expect(meaning(text)).toBe('ho ngheo');
    },
  );

  test.each([
    ['Diện tích cà phê (ha)', 'area'],
    ['Diện tích cà phê, ha', 'area'],
    ['Thu ngân sách (ĐVT: tỷ đồng)', 'money'],
  ])('%j carries its unit', (text, quantity) => {
    expect(readLabel(text).unit).toMatchObject({ kind: 'amount', quantity });
  });

  test('keeps a remark in brackets and an enumeration as words', () => {
    expect(readLabel('Lao động (từ đủ 15 tuổi)').unit).toBeNull();
    expect(readLabel('Cơ quan, doanh nghiệp, trường học').unit).toBeNull();
  });

  test.each([
    'Tỷ lệ hộ nghèo',
    'TY LE HO NGHEO',
    'So với kế hoạch',
    'Kế hoạch',
    'Năng suất cà phê',
    'Tốc độ tăng thu ngân sách',
  ])('%j is a figure about a figure', (text) => {
    expect(readLabel(text).denies).toBe(true);
  });

  test.each([
    ['Số người tham gia BHYT', 'Người tham gia bảo hiểm y tế'],
    ['Số HTX', 'Hợp tác xã'],
    ['XKLĐ', 'Xuất khẩu lao động'],
    ['Số người đi làm việc ở nước ngoài', 'Xuất khẩu lao động'],
    ['Bản sạch ma túy', 'Thôn, bản không có ma túy'],
    ['Rác thải', 'Chất thải rắn'],
    ['Tổ chức CT-XH', 'Tổ chức chính trị - xã hội'],
  ])('%j says the same as %j', (one, other) => {
    expect(meaning(one)).toBe(meaning(other));
  });

  test('of an abbreviation with two meanings has two readings', () => {
    expect(readLabel('Tổng số CB').readings).toHaveLength(2);
  });
});
