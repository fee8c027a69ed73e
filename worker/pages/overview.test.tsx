import { describe, expect, it } from 'vitest';
import type { UnitReport } from '../../shared/consolidate.ts';
import { readNumber } from '../../shared/numbers.ts';
import type { Period } from '../../shared/periods.ts';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { IndicatorResult } from '../../shared/wire.ts';
import { VERDICT_WORDS } from '../../shared/words.ts';
import cases from '../../test/fixtures/consolidation.json' with { type: 'json' };
import { figureOf, shownValue } from './indicator/figure.ts';
import { NO_FILTER } from './overview/filter.ts';
import { OverviewRows } from './overview/overview-rows.tsx';
import { Overview } from './overview.tsx';
import type { OverviewProps } from './props.ts';
import { MADE_UP, overviewProps, PLAN, summaryOf, ward, wordsOf } from './testing.ts';

const REAL = compilePlan(chiengMung());
const HOSTILE = `<script>alert(1)</script>"'&<img src=x onerror=alert(1)>`;

const html = (props: OverviewProps): string => String(<Overview {...props} rows={<OverviewRows {...props} />} />);
const page = (reports: readonly UnitReport[], change: Partial<OverviewProps> = {}): string =>
  html({ ...overviewProps(PLAN, summaryOf(PLAN, reports, '2031-Q1')), ...change });
const tagsOf = (text: string): string[] => text.match(/<[a-z][^>]*>/gi) ?? [];
const rowOf = (text: string, key: string): string =>
  text.match(new RegExp(`<tr[^>]*data-live="${key}".*?</tr>`, 's'))![0];
const EXAMPLES = cases.flatMap((one) =>
  one.expected.map((expected) => ({
    name: `${one.name}, ${expected.period}`,
    period: expected.period as Period,
    reports: one.reports as unknown as UnitReport[],
  })),
);

describe('the overview of the real resolution', () => {
  const text = html(overviewProps(REAL, summaryOf(REAL, [], '2026-Q3')));

  it('has all 24 targets in four sections, and a row for each of the 44 indicators', () => {
    expect(text.match(/id="chi-tieu-\d+"/g)).toHaveLength(24);
    expect(text.match(/class="section"/g)).toHaveLength(4);
    expect(text.match(/class="indicator-row"/g)).toHaveLength(44);
  });

  it('leads from every number of the sentence to a row that is there', () => {
    const links = [...text.matchAll(/href="#(chi-tieu-\d+)"/g)].map((match) => match[1]);
    expect(new Set(links).size).toBe(24);
    expect(links.every((id) => text.includes(`id="${id}"`))).toBe(true);
  });

  it('says whose figures these are, of what, and that they are samples', () => {
    expect(text).toContain('<!DOCTYPE html><html lang="vi">');
    expect(text).toContain('<title>9 tháng năm 2026 · Xã Chiềng Mung</title>');
    expect(wordsOf(text)).toContain('Số liệu minh họa');
  });

  it('says without reports that nobody has reported, and judges nothing', () => {
    expect(wordsOf(text)).toContain('0/4 đơn vị đã có báo cáo');
    expect(text).not.toContain('đúng tiến độ');
  });
});

describe('who has reported', () => {
  const reporter = {
    ...overviewProps(PLAN, summaryOf(PLAN, [], '2031-Q1')).me,
    role: 'reporter',
    units: ['north'],
  } as const;

  it('leads to each report, for who may read it', () => {
    expect(page([])).toContain('<a href="/units/south/2031-Q1">Phường Nam</a>');
    const own = page([], { me: reporter });
    expect(own).toContain('<a href="/units/north/2031-Q1">Phường Bắc</a>');
    expect(own).not.toContain('href="/units/south');
    expect(wordsOf(own)).toContain('Phường Nam');
  });
});

describe('every page', () => {
  it.each(EXAMPLES)('has no inline script, style or handler: $name', ({ reports, period }) => {
    const tags = tagsOf(html(overviewProps(REAL, summaryOf(REAL, reports, period))));
    expect(tags.filter((tag) => /\s(style|on[a-z]+)\s*=/i.test(tag))).toEqual([]);
    expect(tags.filter((tag) => /^<style/i.test(tag))).toEqual([]);
    expect(tags.filter((tag) => /^<script/i.test(tag))).toEqual(['<script type="module" src="/assets/view.js">']);
  });

  it.each(EXAMPLES)('shows no figure that contradicts its verdict: $name', ({ reports, period }) => {
    for (const result of summaryOf(REAL, reports, period).indicators) expectConsistent(result);
  });

  it.each(EXAMPLES)('says in each row the verdict that the summary has: $name', ({ reports, period }) => {
    const summary = summaryOf(REAL, reports, period);
    const text = html(overviewProps(REAL, summary));
    for (const result of summary.indicators) {
      expect(wordsOf(rowOf(text, result.id))).toContain(VERDICT_WORDS[result.verdict]);
    }
  });
});

/** The figure as a reader reads it stands on the same side of the goal and of the pace as the exact one. */
function expectConsistent(result: IndicatorResult): void {
  const exact = shownValue(result);
  if (typeof exact !== 'number') return;
  const shown = readNumber(figureOf(REAL, result).text.replace(/[^\d.,−%]/g, ''));
  expect(shown.ok, result.id).toBe(true);
  if (!shown.ok) return;
  for (const bound of [result.goal.value, result.goal.stretch, result.expected]) {
    if (typeof bound === 'number') expect(Math.sign(shown.value - bound), result.id).toBe(Math.sign(exact - bound));
  }
}

describe('a row', () => {
  it('has value, absolute numbers, goal, distance, verdict and coverage', () => {
    const text = page([ward('north', { trees: 40, healthyTrees: 38 }), ward('south', { trees: 40, healthyTrees: 38 })]);
    expect(wordsOf(rowOf(text, 'healthy'))).toBe(
      'Tỷ lệ cây khỏe ≥ 90% duy trì 76/80 cây · 95,0% cao hơn 5,0\u00a0điểm\u00a0% Đạt vượt 5,0\u00a0điểm\u00a0% 2/2 phường số chính thức, 09:15 hôm nay'.replace(
        /\u00a0/g,
        ' ',
      ),
    );
  });

  it('calls a figure without all its parts provisional and names who is missing', () => {
    const words = wordsOf(rowOf(page([ward('north', { trees: 40, healthyTrees: 38 })]), 'healthy'));
    expect(words).toContain('tạm tính 95,0%');
    expect(words).toContain('1/2 phường thiếu Phường Nam');
    expect(words).toContain('Chưa đủ số liệu');
  });

  it('describes its chart in words', () => {
    const row = rowOf(page([ward('north', { trees: 40 }), ward('south', { trees: 41 })]), 'count');
    expect(row).toContain('role="img"><title>thực hiện: 81 cây; mục tiêu: ≥ 100 cây</title>');
  });

  it('of a target with several indicators stands under the target, with its worst verdict', () => {
    const text = page([ward('north', { trees: 60, healthyTrees: 1 }), ward('south', { trees: 60, healthyTrees: 1 })]);
    expect(wordsOf(rowOf(text, 'count'))).toContain('Đạt');
    expect(wordsOf(rowOf(text, 'target-1'))).toBe('1 Cây xanh Không đạt');
  });
});

describe('what people typed', () => {
  it('is never markup, wherever it is shown', () => {
    const plan = compilePlan({
      ...MADE_UP,
      commune: HOSTILE,
      units: MADE_UP.units.map((unit) => ({ ...unit, name: `${HOSTILE}${unit.id}` })),
      targets: MADE_UP.targets.map((target) => ({ ...target, label: HOSTILE })),
      indicators: MADE_UP.indicators.map((indicator) => ({ ...indicator, label: HOSTILE })),
      inputs: MADE_UP.inputs.map((input) => ({ ...input, unit: HOSTILE })),
    });
    const props = overviewProps(plan, summaryOf(plan, [ward('north', { trees: 3, healthyTrees: 2 })], '2031-Q1'));
    const tags = tagsOf(html({ ...props, me: { ...props.me, name: HOSTILE, email: HOSTILE } }));
    expect(tags.filter((tag) => /^<(script|img)/i.test(tag))).toEqual(['<script type="module" src="/assets/view.js">']);
    expect(tags.filter((tag) => /\sonerror/i.test(tag.replace(/"[^"]*"/g, '')))).toEqual([]);
  });
});

describe('what the overview is narrowed to', () => {
  const reports = [ward('north', { trees: 60, healthyTrees: 58 }), ward('south', { trees: 60, healthyTrees: 58 })];
  const narrowed = (change: Partial<OverviewProps['filter']>) => page(reports, { filter: { ...NO_FILTER, ...change } });

  it('is said, with how much is left and the way back', () => {
    const text = narrowed({ verdict: 'met', words: 'cây' });
    expect(wordsOf(text)).toContain('Đang xem 2/5 chỉ số. Lọc theo: tên có “cây”; Đạt. Bỏ lọc, xem tất cả');
    expect(text.match(/class="indicator-row"/g)).toHaveLength(2);
    expect(text).toContain('data-parts="healthy count"');
  });

  it('keeps the sentence about all targets, whose numbers lead to their pages where they have no rows', () => {
    const text = narrowed({ unit: 'desk' });
    expect(text).toMatch(/href="\/targets\/1\?period=2031-Q1&amp;basis=latest" aria-label="Chỉ tiêu 1"/);
    expect(text).toMatch(/href="#chi-tieu-2" aria-label="Chỉ tiêu 2"/);
  });

  it('says so where nothing is left', () => {
    const text = narrowed({ words: 'không có gì' });
    expect(wordsOf(text)).toContain('Không có chỉ số nào phù hợp.');
    expect(text).not.toContain('<table class="targets"');
  });

  it('shows the part of the unit that is asked for', () => {
    expect(wordsOf(rowOf(narrowed({ unit: 'north' }), 'count'))).toContain('Phường Bắc: 60 cây');
  });

  it('shows what is compared beside the figure', () => {
    const before = summaryOf(PLAN, [ward('north', { trees: 50 }), ward('south', { trees: 50 })], '2031-Q1').indicators;
    const term = PLAN.periods.map(() => ({ indicators: before }));
    const text = page(reports, { term, filter: { ...NO_FILTER, comparison: 'before' } });
    expect(wordsOf(rowOf(text, 'count'))).toContain('kỳ trước 100 cây: tăng 20 cây');
  });

  it('is not compared over a change of standard', () => {
    const { indicators } = MADE_UP;
    const anew = indicators.map((one) => ({ ...one, breaks: [{ year: 2031, standard: 'chuẩn mới' }] }));
    const plan = compilePlan({ ...MADE_UP, indicators: anew });
    const before = summaryOf(plan, reports, '2031-Q1').indicators;
    const props = overviewProps(plan, summaryOf(plan, reports, '2031-Q1'));
    const term = plan.periods.map(() => ({ indicators: before }));
    const text = html({ ...props, term, filter: { ...NO_FILTER, comparison: 'before' } });
    expect(wordsOf(rowOf(text, 'count'))).toContain('kỳ trước 120 cây: đo theo chuẩn khác, không so được');
  });

  it('stays in the form, so that another period is seen in the same way', () => {
    const text = narrowed({ verdict: 'met', words: '<b>"' });
    expect(text).toContain('<details class="filters" open="">');
    expect(text).toContain('<option value="met" selected="">');
    expect(text).toContain('value="&lt;b&gt;&quot;"');
  });
});

describe('the choice of period', () => {
  const text = page([], { periods: ['2030-Q4', '2031-Q1'], basis: 'accepted' });

  it('is a plain form whose answer is an address', () => {
    expect(text).toContain('<form class="choice" method="get" action="/"');
    expect(text).toContain('<option value="2031-Q1" selected="">Quý I/2031</option>');
    expect(text).toContain('<option value="accepted" selected="">');
  });

  it('offers the newest period with a report first, then the rest of the term', () => {
    const values = [...text.matchAll(/<option value="(\d{4}-Q\d)"/g)].map((match) => match[1]);
    expect(values.slice(0, 3)).toEqual(['2031-Q1', '2030-Q4', '2031-Q2']);
    expect(values).toHaveLength(9);
  });

  it.each(['xlsx', 'csv'])('has beside it, as a plain link, the shown view as %s', (format) => {
    const link = tagsOf(text).find((tag) => tag.includes(`/api/summary.${format}`));
    expect(link).toContain(`href="/api/summary.${format}?period=2031-Q1&amp;basis=accepted"`);
    expect(link).toContain(`aria-label="Tải số liệu đang xem, tệp ${format.toUpperCase()}"`);
    expect(link).not.toContain('tabindex');
  });

  it('says on which reports the figures rest', () => {
    expect(wordsOf(text)).toContain('chỉ tính báo cáo đã duyệt');
  });
});

describe('for the browser script', () => {
  it('the page says which period it shows, after which change, at what time', () => {
    expect(page([])).toMatch(
      /data-live-status="true" data-period="2031-Q1" data-sequence="17" data-now="2031-03-31T03:32:00Z"/,
    );
  });

  it('has one key for each block that can change', () => {
    const keys = [...page([]).matchAll(/data-live="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(['headline', 'reporters', 'unit-north', 'target-1', 'count']));
  });
});
