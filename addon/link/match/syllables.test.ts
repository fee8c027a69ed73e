import { describe, expect, test } from 'vitest';
import { plainWords, syllablesOf } from './syllables.ts';

const toned = (text: string) => syllablesOf(text).map((one) => one.toned);

describe('syllables of a label', () => {
  test.each([
    ['hoá', 'hóa'],
    ['thuỷ', 'thủy'],
    ['kĩ thuật', 'kỹ thuật'],
    ['tỉ đồng', 'tỷ đồng'],
    ['Hộ nghèo', 'HỘ NGHÈO'],
    ['Hộ nghèo', 'Hộ nghèo'.normalize('NFD')],
    ['HTX', 'H.T.X'],
  ])('%s and %s are the same', (one, other) => {
    expect(syllablesOf(one)).toEqual(syllablesOf(other));
  });

  test('do not take a tone placed in a word for another word, but another tone', () => {
    expect(toned('bản')).not.toEqual(toned('bán'));
    expect(toned('hộ')).not.toEqual(toned('hồ'));
    expect(plainWords('hộ')).toBe(plainWords('hồ'));
  });

  test('say nothing of marks where a text was typed without any', () => {
    expect(toned('Ho ngheo')).toEqual([null, null]);
  });

  test('know what stands in brackets', () => {
    expect(syllablesOf('Lao động (từ 15 tuổi) nữ').map((one) => one.aside)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});
