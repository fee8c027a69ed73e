import { describe, expect, it } from 'vitest';
import { createConsolidation, type UnitReport } from '../../shared/consolidate.ts';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import cases from '../../test/fixtures/consolidation.json' with { type: 'json' };
import { Target, type TargetProps } from './target.tsx';
import { overviewProps, summaryOf, wordsOf } from './testing.ts';

const plan = compilePlan(chiengMung());
const reportsOf = (example: string) =>
  (cases.find(({ name }) => name === example)?.reports ?? []) as unknown as UnitReport[];

function propsOf(
  number: number,
  reports: readonly UnitReport[],
  period: TargetProps['summary']['period'],
): TargetProps {
  const { me, now, sample, basis, audit, sequence } = overviewProps(plan, summaryOf(plan, reports, period));
  const held = createConsolidation(plan, reports);
  const target = plan.resolution.targets.find((one) => one.number === number);
  if (target === undefined) throw new Error(`no target ${number}`);
  return {
    ...{ plan, me, now, sample, basis, audit, sequence, target },
    summary: summaryOf(plan, reports, period),
    periods: plan.periods.filter((one) => reports.some((report) => report.period === one)),
    term: plan.periods.map((one) => held.at(one)),
    changes: [],
    ownOnly: false,
  };
}

const html = (props: TargetProps): string => String(<Target {...props} />);
const YEAR = reportsOf('a full baseline and a first year');

describe('the page of a target', () => {
  it('says, draws and notes in the table where the standard of an indicator changes', () => {
    const text = html(propsOf(8, YEAR, '2026-Q4'));
    expect(text).toContain('Từ năm 2027 đo theo chuẩn nghèo đa chiều mới');
    expect(text.match(/class="trajectory-break"/g)).toHaveLength(2);
    expect(text).toContain('(đổi chuẩn)');
    expect(html(propsOf(9, YEAR, '2026-Q4'))).not.toContain('đổi chuẩn');
  });

  it.each(cases)('renders for every target, with each indicator and each unit that reports it: $name', (example) => {
    const period = example.expected.at(-1)?.period as TargetProps['summary']['period'];
    const reports = reportsOf(example.name);
    for (const { number, label } of plan.resolution.targets) {
      const text = html(propsOf(number, reports, period));
      const indicators = plan.indicators.filter(({ definition }) => definition.target === number);
      expect(text).toContain(`<h1>${label}</h1>`);
      expect(text.match(/class="indicator"/g)).toHaveLength(indicators.length);
      expect(text.match(/data-live="part-/g)).toHaveLength(indicators.flatMap(({ units }) => units).length);
    }
  });

  it('quotes the resolution, and says how its open questions are read', () => {
    const words = wordsOf(html(propsOf(1, YEAR, '2026-Q3')));
    expect(words).toContain('Tốc độ tăng thu ngân sách trên địa bàn xã 5-6%');
    expect(words).toContain('Nghị quyết, dòng 31');
    expect(words).toContain('Đang hiểu là: Tổng thu cả nhiệm kỳ');
    expect(words).not.toContain('đánh số lặp lại');
  });

  it('says where a course leads, and whether that is enough', () => {
    const words = wordsOf(html(propsOf(1, YEAR, '2027-Q2')));
    expect(words).toMatch(
      /Nếu giữ nhịp như đến nay, cuối năm 2030 sẽ là [\d,.]+ tỷ đồng: (?:chưa )?đủ để đạt mục tiêu\./,
    );
  });

  it('names each year of what is judged yearly', () => {
    const end = reportsOf('the end of the term');
    const words = wordsOf(html(propsOf(1, end, '2030-Q4')));
    expect(words).toMatch(/Đạt \d\/4 năm đã đánh giá/);
    expect(words).toMatch(/2026 chưa đánh giá 2027 (?:Đạt|Không đạt|Vượt chỉ tiêu) 2028/);
    expect(wordsOf(html(propsOf(1, [], '2026-Q1')))).toContain('2026 chưa đánh giá');
  });

  it('leads back to the whole and on to its neighbours in the same period', () => {
    const links = [...html(propsOf(2, YEAR, '2026-Q3')).matchAll(/href="(\/[^"]*)"/g)].map((match) => match[1]);
    expect(links).toEqual(
      expect.arrayContaining([
        '/?period=2026-Q3&amp;basis=latest',
        '/targets/1?period=2026-Q3&amp;basis=latest',
        '/targets/3?period=2026-Q3&amp;basis=latest',
      ]),
    );
    expect(html(propsOf(1, [], '2026-Q3'))).not.toContain('rel="prev"');
    expect(html(propsOf(24, [], '2026-Q3'))).not.toContain('rel="next"');
  });

  it('says what each unit lacks, by itself and for all', () => {
    const words = wordsOf(html(propsOf(8, YEAR, '2026-Q4')));
    expect(words).toContain('Để riêng đơn vị đạt mục tiêu');
    expect(words).toMatch(/cần giảm [\d.]+ hộ/);
  });

  it('shows the history down to the revision and the person, and what one may not see', () => {
    const change = {
      unit: 'muong-bang',
      period: '2026-Q3',
      revision: 3,
      state: 'submitted',
      at: '2031-03-31T01:00:00Z',
      by: 'clerk@demo.test',
      changes: [{ input: 'households', from: null, to: 1835 }],
    } as const;
    const words = wordsOf(html({ ...propsOf(8, YEAR, '2026-Q3'), changes: [change], ownOnly: true }));
    expect(words).toContain('08:00 hôm nay Mường Bằng bản 3 · Đã nộp, chờ duyệt');
    expect(words).toMatch(/chưa có thành 1\.835 hộ clerk@demo\.test/);
    expect(words).toContain('chỉ được xem lịch sử báo cáo của đơn vị mình');
    expect(wordsOf(html(propsOf(8, YEAR, '2026-Q3')))).toContain('chưa có đơn vị nào gửi số liệu');
  });

  it('lets no text of a report become markup', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const changes = [
      {
        ...{ unit: 'muong-bang', period: '2026-Q3', revision: 1, state: 'draft', at: '2026-01-01T00:00:00Z' },
        by: hostile,
        changes: [{ input: hostile, from: null, to: 1 }],
      },
    ] as TargetProps['changes'];
    expect(html({ ...propsOf(8, [], '2026-Q3'), changes })).not.toContain('<img');
  });
});
