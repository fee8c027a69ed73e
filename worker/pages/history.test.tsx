import { describe, expect, it } from 'vitest';
import { changesIn, type HistoryStep } from './history/step.ts';
import { HistoryPage, type HistoryProps } from './history.tsx';
import { HOSTILE, PERIOD, plan, reportProps, revisionOf, UNIT } from './report/testing.ts';
import { wordsOf } from './testing.ts';

const FIRST = revisionOf({ visitors: 940, coffeeArea: 5000 });
const SECOND = revisionOf(
  { visitors: 980, fruitArea: 10, fruitAreaCoded: 12 },
  { revision: 2, reasons: { visitors: 'lễ hội' }, sending: { via: 'trigger', editors: null, formulas: [] } },
);
const RETURNED = revisionOf(SECOND.values, {
  ...{ revision: 3, state: 'returned', reason: 'Kiểm tra lại', by: 'reviewer@demo.test', sending: null },
  reasons: SECOND.reasons,
});
const STEPS: readonly HistoryStep[] = [
  { revision: RETURNED, before: SECOND },
  { revision: SECOND, before: FIRST },
  { revision: FIRST, before: null },
];

function html(over: Partial<HistoryProps> = {}): string {
  const { me, now, sample, sequence } = reportProps(null);
  const props = { plan, me, now, sample, sequence, unit: UNIT, period: PERIOD, steps: STEPS, before: null, next: null };
  return String(<HistoryPage {...props} {...over} />);
}
const entry = (text: string, revision: number): string =>
  wordsOf(text.match(new RegExp(`<article id="revision-${revision}".*?</article>`, 's'))?.[0] ?? '');

describe('what a revision changed', () => {
  it('is in the resolution’s order, blanks and absent inputs being the same', () => {
    const before = revisionOf({ visitors: 1, revenue: null });
    const { values } = changesIn(plan, { revision: revisionOf({ coffeeArea: 3, fruitArea: null }), before });
    expect(values).toEqual([
      { input: 'coffeeArea', from: null, to: 3 },
      { input: 'visitors', from: 1, to: null },
    ]);
  });

  it('tells findings that came from those that went, and none that only name another number', () => {
    const before = revisionOf({ coffeeArea: 5000, vegetableArea: 900 });
    const revision = revisionOf({ coffeeArea: 6000, fruitArea: 10, fruitAreaCoded: 12 });
    const { came, went } = changesIn(plan, { revision, before });
    expect(came.map(({ code, input }) => [code, input])).toEqual([['part-exceeds-whole', 'fruitAreaCoded']]);
    expect(went.map(({ code, input }) => [code, input])).toEqual([['implausible', 'vegetableArea']]);
  });

  it('is a change of state only where it was another', () => {
    expect(changesIn(plan, { revision: SECOND, before: FIRST }).from).toBeNull();
    expect(changesIn(plan, { revision: RETURNED, before: SECOND }).from).toBe('draft');
    expect(changesIn(plan, { revision: FIRST, before: null }).from).toBe('none');
  });
});

describe('the page of a report’s history', () => {
  it('says of each revision, newest first, which state, when, by whom and how', () => {
    const text = html();
    expect([...text.matchAll(/<article id="revision-(\d+)"/g)].map((match) => match[1])).toEqual(['3', '2', '1']);
    expect(entry(text, 3)).toMatch(
      /^Bản 3 · Đang nhập thành Trả lại để bổ sung 10:32 hôm nay · trả lại bởi reviewer@demo.test/,
    );
    expect(entry(text, 2)).toContain('gửi tự động bởi reporter.muong-bang@demo.test ; người nhập: không rõ');
    expect(entry(text, 1)).toMatch(/^Bản 1 · Đang nhập 10:32/);
  });

  it('says what changed of numbers, reasons and findings', () => {
    const second = entry(html(), 2);
    expect(second).toContain('Khách du lịch: 940 lượt thành 980 lượt');
    expect(second).toContain('Cà phê: 5.000 ha thành chưa có');
    expect(second).toContain('Giải trình Khách du lịch: không có thành lễ hội');
    expect(second).toMatch(/Vấn đề mới Lỗi: .*Vấn đề đã hết Cảnh báo: “Cà phê”/);
  });

  it('has the reviewer’s words at a return, and says that nothing else changed', () => {
    expect(entry(html(), 3)).toContain('Kiểm tra lại Không đổi số liệu và giải trình.');
  });

  it('leads to older revisions and back to the newest', () => {
    const text = html({ before: 30, next: 9 });
    expect(text).toContain('href="/units/muong-bang/2026-Q2/history?before=9"');
    expect(text).toContain('href="/units/muong-bang/2026-Q2/history"');
    expect(html()).not.toContain('rel="next" href="/units/muong-bang/2026-Q2/history');
  });

  it('says where there is nothing, or nothing older', () => {
    expect(wordsOf(html({ steps: [] }))).toContain('chưa có lịch sử');
    expect(wordsOf(html({ steps: [], before: 1 }))).toContain('Không có bản nào cũ hơn');
  });

  it('keeps hostile texts as texts', () => {
    const hostile = revisionOf({}, { revision: 4, state: 'returned', reason: HOSTILE, reasons: { visitors: HOSTILE } });
    const text = html({ steps: [{ revision: hostile, before: RETURNED }] });
    expect(text.match(/<(script|img)/g)).toEqual(['<script']);
    expect(text.replace(/<bdi[^>]*>.*?<\/bdi>/gs, '')).not.toContain('\u202E');
  });
});
