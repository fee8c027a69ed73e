import { describe, expect, it } from 'vitest';
import { type TargetResult, VERDICTS } from '../../../shared/wire.ts';
import { clausesOf, sentenceText } from './sentence.ts';

const NONE: ReadonlySet<number> = new Set();
const targets = (...verdicts: TargetResult['verdict'][]): TargetResult[] =>
  verdicts.map((verdict, index) => ({ number: index + 1, verdict }));

describe('the sentence on top', () => {
  it('is the one that leaders write: counts, words, and which', () => {
    const all = targets('met', 'on-track', 'behind', 'behind', 'in-progress', 'no-data', 'not-due', 'not-due');
    expect(sentenceText(8, clausesOf(all, new Set([1])))).toBe(
      '8 chỉ tiêu: 2 đạt hoặc đúng tiến độ (1 vượt: 1): 1, 2 · 2 chậm: 3, 4 · 1 đang thực hiện: 5 · ' +
        '1 chưa đủ số liệu: 6 · 2 chưa đến kỳ đánh giá: 7, 8',
    );
  });

  it('says what is not met before what is behind', () => {
    expect(sentenceText(2, clausesOf(targets('behind', 'not-met'), NONE))).toBe(
      '2 chỉ tiêu: 1 không đạt: 2 · 1 chậm: 1',
    );
  });

  it('does not say "đúng tiến độ" where no verdict gives it, nor "đạt"', () => {
    expect(sentenceText(2, clausesOf(targets('met', 'exceeded'), NONE))).toBe('2 chỉ tiêu: 2 đạt: 1, 2');
    expect(sentenceText(1, clausesOf(targets('on-track'), NONE))).toBe('1 chỉ tiêu: 1 đúng tiến độ: 1');
  });

  it('has no clause for a count of zero', () => {
    expect(sentenceText(1, clausesOf(targets('baseline'), NONE))).toBe('1 chỉ tiêu: 1 ở kỳ gốc: 1');
  });

  it('counts a target as beaten only where its verdict is a good one', () => {
    expect(sentenceText(1, clausesOf(targets('behind'), new Set([1])))).toBe('1 chỉ tiêu: 1 chậm: 1');
  });

  it('holds every target exactly once, whatever the verdicts', () => {
    const all = targets(...VERDICTS, ...VERDICTS);
    const numbers = clausesOf(all, NONE).flatMap((clause) => clause.numbers);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(all.map((target) => target.number));
  });
});
