import { describe, expect, it } from 'vitest';
import { completenessOf } from '../../shared/completeness.ts';
import type { Period } from '../../shared/periods.ts';
import { unitName } from '../../shared/plan.ts';
import { plan, reportProps, UNIT } from './report/testing.ts';
import { wordsOf } from './testing.ts';
import { UnitPage, type UnitProps } from './unit.tsx';
import { openMatters, type PeriodStatus } from './units/period-status.ts';
import { UnitsPage, type UnitsProps } from './units.tsx';

function statusOf(unit: string, period: Period, over: Partial<PeriodStatus> = {}): PeriodStatus {
  const there = over.state !== undefined && over.state !== 'none';
  return {
    ...{ id: unit, name: unitName(plan, unit), period, state: 'none', locked: false, errors: 0, warnings: 0 },
    ...{ revision: there ? 1 : null, updatedAt: there ? '2026-07-03T03:32:00.000Z' : null },
    ...{ updatedBy: there ? 'reporter@demo.test' : null },
    ...completenessOf(plan, unit, period, undefined),
    ...over,
  };
}

const { me, now, sample, sequence } = reportProps(null);
const frame = { plan, me, now, sample, sequence };
const units = (over: Partial<UnitsProps> = {}) =>
  String(<UnitsPage {...frame} units={plan.units} statuses={[]} {...over} />);
const unit = (over: Partial<UnitProps> = {}) =>
  String(
    <UnitPage
      {...frame}
      unit={UNIT}
      units={plan.units}
      binding={null}
      statuses={[...plan.periods].reverse().map((period) => statusOf(UNIT, period))}
      {...over}
    />,
  );
const rowWords = (text: string, period: Period) =>
  wordsOf(text.match(new RegExp(`<tr[^>]*data-live="period-${period}".*?</tr>`, 's'))?.[0] ?? '');

describe('what waits', () => {
  it('is what was submitted and what was returned, the longest waiting first; nothing of a locked period', () => {
    const statuses = [
      statusOf('muong-bon', '2026-Q2', { state: 'submitted', updatedAt: '2026-07-03T03:00:00.000Z' }),
      statusOf('muong-bang', '2026-Q2', { state: 'submitted', updatedAt: '2026-07-02T03:00:00.000Z' }),
      statusOf('office', '2026-Q2', { state: 'accepted' }),
      statusOf('chieng-mung', '2026-Q2', { state: 'returned' }),
      statusOf('chieng-mung', '2026-Q1', { state: 'submitted', locked: true }),
    ];
    const { submitted, returned } = openMatters(statuses);
    expect(submitted.map(({ id }) => id)).toEqual(['muong-bang', 'muong-bon']);
    expect(returned.map(({ id, period }) => [id, period])).toEqual([['chieng-mung', '2026-Q2']]);
  });
});

describe('the page of all units', () => {
  const statuses = plan.units.flatMap(({ id }) => [
    statusOf(id, '2026-Q2', id === UNIT ? { state: 'submitted', entered: 28, errors: 2, warnings: 1 } : {}),
    statusOf(id, '2026-Q1', { state: 'accepted', locked: true }),
  ]);

  it('says across a period how each unit is with it', () => {
    const text = units({ statuses });
    expect(rowWords(text, '2026-Q2')).toBe(
      '6 tháng đầu năm 2026 Chưa có báo cáo Đã nộp, chờ duyệt đã nhập 28/29 · 10:32 hôm nay · 2 lỗi · 1 cảnh báo chưa giải trình Chưa có báo cáo Chưa có báo cáo',
    );
    expect(rowWords(text, '2026-Q1')).toContain('Đã khóa số liệu');
    expect(text).toContain('href="/units/muong-bang/2026-Q2"');
  });

  it('has what waits for the reviewer on top', () => {
    expect(wordsOf(units({ statuses }))).toContain(
      'Việc đang chờ Chờ duyệt: 1 Mường Bằng, 6 tháng đầu năm 2026 , từ 10:32 hôm nay · 2 lỗi',
    );
  });

  it('shows the newest periods, and says that there are more', () => {
    const many = [...plan.periods]
      .reverse()
      .slice(10)
      .map((period) => statusOf(UNIT, period, { state: 'accepted' }));
    const text = units({ statuses: many });
    expect(text.match(/data-live="period-/g)).toHaveLength(5);
    expect(wordsOf(text)).toContain('Còn 6 kỳ trước đó');
  });

  it('says what to do where nobody has reported, and to whom not all is shown', () => {
    expect(wordsOf(units())).toContain('Chưa có đơn vị nào gửi báo cáo');
    expect(wordsOf(units({ units: plan.units.slice(0, 1) }))).toContain('chỉ được xem báo cáo của đơn vị mình');
  });
});

describe('the page of a unit', () => {
  it('has every period of the term: those with a report in a table, the others below', () => {
    const statuses = [...plan.periods]
      .reverse()
      .map((period) => statusOf(UNIT, period, period === '2026-Q2' ? { state: 'draft', entered: 3 } : {}));
    const text = unit({ statuses });
    expect(rowWords(text, '2026-Q2')).toBe(
      '6 tháng đầu năm 2026 Đang nhập 3/29 0 0 10:32 hôm nay reporter@demo.test Lịch sử',
    );
    for (const period of plan.periods) expect(text).toContain(`href="/units/muong-bang/${period}"`);
    expect(wordsOf(text)).toContain('Các kỳ chưa có báo cáo (20)');
  });

  it('says which workbook is bound, or that none is', () => {
    expect(wordsOf(unit())).toContain('Chưa gắn bảng tính nào');
    const binding = { sheet: '1AbC-<b>', boundAt: '2026-07-01T03:32:00.000Z' };
    expect(wordsOf(unit({ binding }))).toContain('Bảng tính đang gắn: 1AbC-&lt;b&gt; , gắn lúc 10:32 ngày 01/07/2026');
  });

  it('leads to the other units whose reports may be read', () => {
    expect(unit({ units: plan.units.filter(({ id }) => id === UNIT) })).not.toContain('href="/units/office"');
    expect(unit()).toContain('href="/units/office"');
  });
});
