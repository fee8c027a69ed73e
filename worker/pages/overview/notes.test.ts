import { describe, expect, it } from 'vitest';
import { auditText } from '../../../shared/audit.ts';
import type { Period } from '../../../shared/periods.ts';
import { compilePlan } from '../../../shared/plan.ts';
import { chiengMung } from '../../../shared/resolution/chieng-mung.ts';
import type { Values } from '../../../shared/values.ts';
import { summaryOf } from '../testing.ts';
import { notesOf } from './notes.ts';

const plan = compilePlan(chiengMung());
/** The term's last: what is not met now is missed. */
const PERIOD: Period = '2030-Q4';

function notes(target: number, areas: readonly Values[]): readonly string[] {
  const units = ['chieng-mung', 'muong-bang', 'muong-bon'];
  const reports = areas.map((values, index) => ({ unit: units[index]!, period: PERIOD, values }));
  return notesOf(plan, summaryOf(plan, reports, PERIOD), auditText(plan), target);
}

const poor = (households: number, poorHouseholds: number): Values => ({ households, poorHouseholds });

describe('the notes of a target', () => {
  it('say what the text’s own figures imply, and only at their target', () => {
    expect(notes(9, [])).toEqual([expect.stringContaining('28,5% tương ứng 2 trường khi tổng số là 7')]);
    expect(notes(7, [])).toEqual([]);
  });

  it('say why a mean of percentages is not the figure, and who can still bring it home', () => {
    expect(notes(8, [poor(1000, 10), poor(100, 10), poor(100, 0)])).toEqual([
      'Tỷ lệ hộ nghèo: nếu lấy trung bình cộng tỷ lệ của các khu vực thì ra 3,7%; số đúng là 1,7%, tính trên tổng số (20/1.200 hộ).',
      'Tỷ lệ hộ nghèo: cần giảm 2 hộ ở Mường Bằng hoặc Chiềng Mung là đạt.',
    ]);
  });

  it('say what each lacks where nobody can do it alone', () => {
    const insured = (population: number, covered: number): Values => ({ population, insured: covered });
    expect(notes(7, [insured(1000, 800), insured(1000, 850), insured(1000, 900)])).toEqual([
      'Tỷ lệ tham gia bảo hiểm y tế: cần thêm 150 người ở Chiềng Mung hoặc Mường Bằng là đạt.',
    ]);
    expect(
      notes(15, [
        { villages: 10, villagesDrugFree: 1 },
        { villages: 10, villagesDrugFree: 2 },
        { villages: 10, villagesDrugFree: 9 },
      ]),
    ).toEqual([
      'Tỷ lệ thôn, bản không có ma túy: không khu vực nào một mình bù đủ; còn cách mục tiêu: Chiềng Mung 7 bản và Mường Bằng 6 bản.',
    ]);
  });

  it('ask nobody for help while a target is on its way', () => {
    const reports = [{ unit: 'chieng-mung', period: '2026-Q1' as const, values: { enterprises: 1 } }];
    const others = ['muong-bang', 'muong-bon'].map((unit) => ({ ...reports[0]!, unit }));
    expect(notesOf(plan, summaryOf(plan, [...reports, ...others], '2026-Q1'), [], 4)).toEqual([]);
  });

  it('are none where the mean is the figure and the goal is hit', () => {
    expect(notes(8, [poor(100, 1), poor(100, 1), poor(100, 1)])).toEqual([]);
  });
});
