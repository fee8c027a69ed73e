import { describe, expect, it } from 'vitest';
import { inputsOf } from '../../shared/plan.ts';
import { inputAnchor } from './addresses.ts';
import { HOSTILE, plan, reportProps, revisionOf, UNIT, viewOf } from './report/testing.ts';
import { ReportPage, type ReportProps } from './report.tsx';
import { wordsOf } from './testing.ts';

const html = (...parts: Parameters<typeof reportProps>): string => String(<ReportPage {...reportProps(...parts)} />);
const words = (...parts: Parameters<typeof reportProps>) => wordsOf(html(...parts));
const tagsOf = (text: string): string[] => text.match(/<[a-z][^>]*>/gi) ?? [];
const rowWords = (text: string, input: string): string =>
  wordsOf(text.match(new RegExp(`<tr id="${inputAnchor(input)}".*?</tr>`, 's'))?.[0] ?? '');
const VIEWER: ReportProps['me'] = { email: 'viewer@demo.test', role: 'viewer', units: [], name: null };

const SUBMITTED = revisionOf(
  { visitors: 980, tourismRevenue: 'na', fruitArea: 10 },
  { state: 'submitted', revision: 5 },
);
const CHANGED = revisionOf({ visitors: 980, fruitAreaCoded: 2, fruitArea: 10 }, { state: 'draft', revision: 6 });
const ACCEPTED = revisionOf(SUBMITTED.values, {
  state: 'accepted',
  revision: 6,
  by: 'reviewer@demo.test',
  sending: null,
});

describe('the page of a report', () => {
  it('has a row for each input of the unit, at the anchor that other pages link to', () => {
    const anchors = [...html(viewOf(SUBMITTED)).matchAll(/<tr id="(input-[^"]+)"/g)].map((match) => match[1]);
    expect(anchors).toEqual(inputsOf(plan, UNIT).map(({ id }) => inputAnchor(id)));
  });

  it('says each value in words, and what it is compared with', () => {
    const text = html(
      viewOf(SUBMITTED, {
        reference: revisionOf({ visitors: 940 }),
        before: { period: '2026-Q1', values: { visitors: 410 } },
        yearBefore: { period: '2025-Q4', values: { visitors: 0 } },
      }),
    );
    expect(rowWords(text, 'visitors')).toBe(
      'Lượt khách du lịch, lũy kế từ đầu năm lượt 980 đã sửa: 940 thành 980 410 0 Ghi ý kiến về Khách du lịch',
    );
    expect(rowWords(text, 'tourismRevenue')).toContain('Không áp dụng');
    expect(rowWords(text, 'coffeeArea')).toContain('chưa có đến hạn trong kỳ này');
    expect(rowWords(text, 'poorHouseholds')).toContain('chưa có kỳ này không yêu cầu');
    expect(wordsOf(text)).toContain('Kỳ trước Quý I/2026');
  });

  it('says what is wrong at its input with the word of its severity, and the reason beside it', () => {
    const current = revisionOf(
      { coffeeArea: 5000, vegetableArea: 900, fruitArea: 10, fruitAreaCoded: 12 },
      { reasons: { coffeeArea: 'Trồng mới ở bản Bon' } },
    );
    const text = html(viewOf(current));
    expect(rowWords(text, 'fruitAreaCoded')).toMatch(
      /12 chưa hợp lệ .*Lỗi: “Cây ăn quả có mã số vùng trồng” \(12 ha\) lớn hơn/,
    );
    expect(rowWords(text, 'fruitArea')).toContain('Lỗi:');
    expect(rowWords(text, 'coffeeArea')).toMatch(/Cảnh báo: .*Giải trình: Trồng mới ở bản Bon/);
    expect(rowWords(text, 'coffeeArea')).not.toContain('chưa giải trình');
    expect(rowWords(text, 'vegetableArea')).toContain('(chưa giải trình)');
    expect(wordsOf(text)).toContain('1 lỗi · 1 cảnh báo chưa giải trình');
  });

  it('says who sent it and how, and when nobody knows who typed', () => {
    const by = (sending: typeof SUBMITTED.sending) => words(viewOf({ ...CHANGED, sending }));
    const person = { via: 'person', editors: null, formulas: [] } as const;
    expect(by(person)).toContain('gửi bởi reporter.muong-bang@demo.test Đã nhập');
    expect(by({ ...person, via: 'trigger' })).toContain(
      'gửi tự động bởi reporter.muong-bang@demo.test ; người nhập: không rõ',
    );
    expect(by({ ...person, via: 'sweep', editors: ['a@demo.test', 'b@demo.test'] })).toContain(
      'gửi tự động (quét định kỳ) bởi reporter.muong-bang@demo.test ; người nhập: a@demo.test và b@demo.test',
    );
    expect(by(null)).toContain('không rõ cách gửi');
  });

  it('names the sender and the reviewer where the reviewer had the last word', () => {
    const text = words(viewOf(ACCEPTED, { sent: SUBMITTED }));
    expect(text).toContain('gửi bởi reporter.muong-bang@demo.test · bản 5');
    expect(text).toContain('duyệt bởi reviewer@demo.test');
  });

  it('leads to the targets that an input counts for, its own as a head', () => {
    const text = html(viewOf(SUBMITTED));
    expect(text).toContain('href="/targets/7?period=2026-Q2&amp;basis=latest"');
    expect(rowWords(text, 'population')).toContain('cũng tính vào chỉ tiêu 16');
  });

  it('shows the rows that are asked for, with how many there are of each', () => {
    const view = viewOf(CHANGED, { reference: SUBMITTED });
    const rows = (choice: ReportProps['rows']) =>
      [...html(view, { rows: choice }).matchAll(/<tr id="input-([^"]+)"/g)].map((match) => match[1]);
    expect(rows('changes')).toEqual(['fruitAreaCoded', 'tourismRevenue']);
    expect(rows('issues')).not.toContain('visitors');
    expect(words(view)).toContain('Tất cả (49)');
    expect(words(view)).toContain('Có thay đổi (2)');
    expect(words(viewOf(CHANGED), { rows: 'changes' })).toContain('Không có dòng nào thay đổi');
  });

  it('shows no column of a period before the baseline', () => {
    expect(words(viewOf(SUBMITTED, { before: null, yearBefore: null }))).not.toContain('Cùng kỳ năm trước');
  });

  it('says what to do where there is no report', () => {
    const text = words(null);
    expect(text).toContain('Mường Bằng chưa gửi số liệu nào cho 6 tháng đầu năm 2026. Kỳ này cần 29 số liệu.');
    expect(text).not.toContain('Xét duyệt');
  });
});

describe('what a reviewer can do', () => {
  const forms = (text: string) => [...text.matchAll(/<form[^>]*action="(\/units[^"]*)"/g)].map((match) => match[1]);

  it.each([
    ['draft', []],
    ['submitted', ['/units/muong-bang/2026-Q2/accept', '/units/muong-bang/2026-Q2/return']],
    ['returned', []],
    ['accepted', ['/units/muong-bang/2026-Q2/return']],
  ] as const)('with a report in the state %s', (state, actions) => {
    expect(forms(html(viewOf({ ...SUBMITTED, state })))).toEqual(actions);
  });

  it('is nothing while the period is locked, which is said', () => {
    const lock = { by: 'reviewer@demo.test', at: '2026-07-03T04:00:00.000Z' };
    const text = html(viewOf(SUBMITTED), { lock });
    expect(forms(text)).toEqual([]);
    expect(text).not.toContain('<textarea');
    expect(wordsOf(text)).toContain('Đã khóa số liệu. Khóa lúc 11:00 hôm nay, bởi reviewer@demo.test.');
    expect(wordsOf(text)).toContain('không duyệt và không trả lại được');
  });

  it.each([
    ['a viewer', VIEWER],
    ['the unit’s reporter', { ...VIEWER, role: 'reporter', units: [UNIT] }],
  ] as const)('is not shown to %s', (_, me) => {
    const text = html(viewOf(SUBMITTED), { me });
    expect(forms(text)).toEqual([]);
    expect(wordsOf(text)).not.toContain('Xét duyệt');
    expect(text).not.toContain('<textarea');
  });

  it('says which revision is decided on, and what is still open in it', () => {
    const text = html(viewOf({ ...SUBMITTED, values: {}, findings: revisionOf({ coffeeArea: 5000 }).findings }));
    expect(text.match(/name="revision" value="5"/g)).toHaveLength(2);
    expect(wordsOf(text)).toContain('Báo cáo còn 1 cảnh báo chưa giải trình.');
  });

  it('asks for one more step before an accepted report is sent back, and says that this undoes it', () => {
    const text = html(viewOf(ACCEPTED, { sent: SUBMITTED }));
    expect(text).toMatch(/<details class="undo"><summary>Duyệt nhầm.*<form id="return-form"/s);
    expect(words(viewOf(ACCEPTED, { sent: SUBMITTED }), { done: 'accepted' })).toContain(
      'Đã ghi việc duyệt (bản 6). Nếu duyệt nhầm, trả lại báo cáo ở phần Xét duyệt',
    );
  });
});

describe('a word that was not taken', () => {
  const draft = { reason: 'Đề nghị rà soát', notes: { visitors: 'đối chiếu sổ lưu trú' } };
  const text = 'Đề nghị rà soát\n– Khách du lịch: đối chiếu sổ lưu trú';
  const changed = { kind: 'changed', seen: 5, step: { revision: CHANGED, before: SUBMITTED } } as const;

  it('shows what changed meanwhile, who did it, and what was typed where it has no field any more', () => {
    const found = words(viewOf(CHANGED), { refused: { act: 'return', obstacle: changed, draft, text } });
    expect(found).toContain('lúc đó là bản 5, nay là bản 6');
    expect(found).toContain('Thay đổi từ bản 5 đến bản 6');
    expect(found).toContain('Cây ăn quả có mã số vùng trồng: chưa có thành 2 ha');
    expect(found).toContain('gửi bởi reporter.muong-bang@demo.test');
    expect(found).toContain('Lời đồng chí đã ghi, chưa gửi Đề nghị rà soát – Khách du lịch: đối chiếu sổ lưu trú');
  });

  it('stays in its fields where it can still be sent, the fold open', () => {
    const obstacle = { ...changed, step: { revision: ACCEPTED, before: SUBMITTED } };
    const found = html(viewOf(ACCEPTED, { sent: SUBMITTED }), { refused: { act: 'return', obstacle, draft, text } });
    expect(found).toMatch(/<details class="undo" open/);
    expect(found).toMatch(/<textarea id="return-reason"[^>]*>Đề nghị rà soát<\/textarea>/);
    expect(found).toMatch(
      /<details open[^>]*><summary>Ghi ý kiến.*?<\/summary><textarea[^>]*name="note-visitors"[^>]*>đối chiếu/,
    );
    expect(wordsOf(found)).not.toContain('chưa gửi Đề nghị');
  });

  it('keeps the page live under its own address, not under the form’s', () => {
    const obstacle = { kind: 'too-long', length: 612 } as const;
    const found = html(viewOf(SUBMITTED), { refused: { act: 'return', obstacle, draft, text } });
    expect(found).toContain('data-address="/units/muong-bang/2026-Q2"');
    expect(wordsOf(found)).toContain('dài 612 ký tự, tối đa 500');
    expect(html(viewOf(SUBMITTED))).not.toContain('data-address');
  });
});

describe('texts of other people', () => {
  const reasons = Object.fromEntries(inputsOf(plan, UNIT).map(({ id }) => [id, HOSTILE]));
  const returned = revisionOf(
    { coffeeArea: 5000 },
    { state: 'returned', reason: HOSTILE, by: `${'x'.repeat(300)}@demo.test` },
  );
  const view = viewOf(
    { ...returned, reasons, sheet: HOSTILE },
    {
      sent: revisionOf({}, { sending: { via: 'trigger', editors: [HOSTILE], formulas: [] } }),
      reference: revisionOf({}, { reasons: { coffeeArea: HOSTILE.repeat(3) } }),
    },
  );
  const draft = { reason: `</textarea>${HOSTILE}`, notes: { visitors: `</textarea>${HOSTILE}` } };
  const refused = { act: 'return', obstacle: { kind: 'other', detail: HOSTILE }, draft, text: HOSTILE } as const;

  it.each([
    ['in reasons, returns and names', html(view)],
    ['in what was typed', html(viewOf(SUBMITTED), { refused })],
  ])('are texts, whatever they look like: %s', (_, text) => {
    const tags = tagsOf(text);
    expect(tags.filter((tag) => /\s(style|on[a-z]+)\s*=/i.test(tag))).toEqual([]);
    expect(tags.filter((tag) => /^<(script|img|style)/i.test(tag))).toEqual([
      '<script type="module" src="/assets/view.js">',
    ]);
    expect(text).toContain('=HYPERLINK(');
  });

  it('turn nothing else around: each stands apart from the page’s words', () => {
    const outside = html(view)
      .replace(/<bdi[^>]*>.*?<\/bdi>/gs, '')
      .replace(/<textarea[^>]*>.*?<\/textarea>/gs, '');
    expect(html(view)).toContain('\u202E');
    expect(outside).not.toContain('\u202E');
  });
});
