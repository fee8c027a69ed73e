import { describe, expect, it } from 'vitest';
import { resultOf } from '../testing.ts';
import { comparedText } from './compared.ts';

const COUNT = resultOf('count', []);
const RATIO = resultOf('healthy', []);
const having = (base: typeof COUNT, value: number | boolean | null) => ({ ...base, value });
const beside = (name: string, sameStandard = true) => ({ name, sameStandard });
const spaced = (text: string | null) => text?.replaceAll('\u00a0', ' ');

describe('a figure beside another period’s', () => {
  it('says what it was and by how much it has moved', () => {
    expect(comparedText(having(COUNT, 81), having(COUNT, 73), beside('kỳ trước'))).toBe('kỳ trước 73 cây: tăng 8 cây');
    expect(comparedText(having(COUNT, 70), having(COUNT, 73), beside('cùng kỳ'))).toBe('cùng kỳ 73 cây: giảm 3 cây');
    expect(comparedText(having(COUNT, 73), having(COUNT, 73), beside('cùng kỳ'))).toBe('cùng kỳ 73 cây: không đổi');
  });

  it('measures percentages in percent points', () => {
    expect(spaced(comparedText(having(RATIO, 91.5), having(RATIO, 89.9), beside('kỳ trước')))).toBe(
      'kỳ trước 89,9%: tăng 1,6 điểm %',
    );
  });

  it('says of a flag that it has changed', () => {
    expect(comparedText(having(COUNT, true), having(COUNT, false), beside('kỳ trước'))).toBe(
      'kỳ trước Chưa: đã thay đổi',
    );
  });

  it('says no change between what is measured by two standards', () => {
    const text = comparedText(having(RATIO, 3.1), having(RATIO, 7.2), beside('cùng kỳ', false));
    expect(text).toBe('cùng kỳ 7,2%: đo theo chuẩn khác, không so được');
  });

  it('says nothing where either is not there', () => {
    expect(comparedText(having(COUNT, null), having(COUNT, 73), beside('kỳ trước'))).toBeNull();
    expect(comparedText(having(COUNT, 73), having(COUNT, null), beside('kỳ trước'))).toBeNull();
  });
});
