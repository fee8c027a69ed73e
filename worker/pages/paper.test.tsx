import { describe, expect, it } from 'vitest';
import type { UnitReport } from '../../shared/consolidate.ts';
import type { Period } from '../../shared/periods.ts';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import cases from '../../test/fixtures/consolidation.json' with { type: 'json' };
import { NO_FILTER } from './overview/filter.ts';
import { defaultHead } from './paper/default-head.ts';
import { paperRows } from './paper/rows.ts';
import { paperSentences } from './paper/sentences.ts';
import { Paper, type PaperProps } from './paper.tsx';
import { overviewProps, PLAN, summaryOf, ward, wordsOf } from './testing.ts';

const REAL = compilePlan(chiengMung());
const REPORTS = [
  ward('north', { trees: 60, healthyTrees: 58, gardeners: 3 }),
  ward('south', { trees: 60, healthyTrees: 58, gardeners: 3 }),
];
const SUMMARY = summaryOf(PLAN, REPORTS, '2031-Q1');

function propsOf(change: Partial<PaperProps> = {}): PaperProps {
  const { plan, me, now, sample, basis } = overviewProps(PLAN, SUMMARY);
  return {
    ...{ plan, me, now, sample, basis },
    summary: SUMMARY,
    filter: NO_FILTER,
    head: defaultHead(PLAN, 'party'),
    ...change,
  };
}

const html = (change?: Partial<PaperProps>): string => String(<Paper {...propsOf(change)} />);
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the report to print', () => {
  it('is headed as a paper of the Party or of the administration, with place and date by the rule', () => {
    const party = wordsOf(html());
    expect(party).toContain('ĐẢNG ỦY XÃ THỬ NGHIỆM * Số: ……/BC ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(party).toContain('Thử Nghiệm, ngày 31 tháng 03 năm 2031');
    expect(party).not.toContain('CỘNG HÒA');
    const state = wordsOf(html({ head: defaultHead(PLAN, 'state') }));
    expect(state).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc');
    expect(state).not.toContain('ĐẢNG CỘNG SẢN');
  });

  it('has the office’s columns, a row for each indicator and the place for a signature', () => {
    const text = html();
    expect(wordsOf(text)).toContain('STT Chỉ tiêu Đơn vị tính Mục tiêu Thực hiện So với mục tiêu (%) Đánh giá Ghi chú');
    expect(text.match(/class="paper-label" scope="row"/g)).toHaveLength(PLAN.indicators.length);
    expect(wordsOf(text)).toContain('T/M BAN THƯỜNG VỤ BÍ THƯ (ký, ghi rõ họ tên)');
  });

  it('says on which reports it rests, of when, what was left out, and that the figures are samples', () => {
    const words = wordsOf(html({ filter: { ...NO_FILTER, verdict: 'met' }, basis: 'accepted' }));
    expect(words).toContain('Số liệu chỉ tính báo cáo đã duyệt, lấy lúc 10:32, ngày 31/03/2031. Lọc theo: Đạt.');
    expect(words).toContain('Số liệu minh họa');
  });

  it('is had as files and as text too', () => {
    const text = html();
    for (const format of ['xlsx', 'csv']) expect(text).toContain(`/api/summary.${format}?period=2031-Q1`);
    expect(text).toContain('data-copy="paper-text"');
  });

  it('lets no text of the office become markup', () => {
    const head = { ...defaultHead(PLAN, 'party'), body: '<img src=x>', signer: '<b>x\n"' };
    expect(html({ head })).not.toMatch(/<img|<b>/);
  });
});

describe('a row of it', () => {
  it('has the figure without its unit, which has a column, and what must be said beside it', () => {
    const row = paperRows(PLAN, SUMMARY, SUMMARY.indicators).find((one) => one.kind === 'indicator');
    expect(row).toMatchObject({ label: 'Tỷ lệ cây khỏe', unit: '%', goal: '≥ 90, duy trì', value: '96,7' });
    expect(spaced(row?.kind === 'indicator' ? row.note : '')).toBe('116/120 cây; vượt 6,7 điểm %');
  });

  it('of a provisional figure says that it is one, and whose part is missing', () => {
    const lacking = summaryOf(PLAN, [ward('north', { trees: 60 })], '2031-Q1');
    const row = paperRows(PLAN, lacking, lacking.indicators).find(
      (one) => one.kind === 'indicator' && one.label === 'Số cây',
    );
    expect(row).toMatchObject({ value: '60', note: 'tạm tính; thiếu Phường Nam' });
  });

  it('leaves out sections and targets of which nothing is shown', () => {
    const fires = SUMMARY.indicators.filter(({ id }) => id === 'fires');
    expect(paperRows(PLAN, SUMMARY, fires).map((row) => row.kind)).toEqual(['section', 'target', 'indicator']);
  });

  it.each(cases)('is there for all 44 indicators of the resolution: $name', ({ reports, expected }) => {
    for (const { period } of expected) {
      const summary = summaryOf(REAL, reports as unknown as UnitReport[], period as Period);
      const rows = paperRows(REAL, summary, summary.indicators);
      expect(rows.filter(({ kind }) => kind === 'indicator')).toHaveLength(44);
      expect(rows.filter((row) => row.kind !== 'section' && row.number !== '')).toHaveLength(24);
    }
  });
});

describe('the same as text', () => {
  const sentences = paperSentences(PLAN, SUMMARY, SUMMARY.indicators).map(spaced);

  it('begins with the sentence about all targets, then has one for each indicator', () => {
    expect(sentences[0]).toMatch(/^2 chỉ tiêu: .*\.$/);
    expect(sentences).toHaveLength(1 + PLAN.indicators.length);
    expect(sentences[1]).toBe(
      'Chỉ tiêu 1. Tỷ lệ cây khỏe: 96,7% (116/120 cây); mục tiêu ≥ 90% duy trì; đạt; vượt 6,7 điểm %.',
    );
  });
});
