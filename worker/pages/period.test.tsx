import { describe, expect, it } from 'vitest';
import type { UnitStatus } from '../../shared/wire.ts';
import { PeriodPage, type PeriodPageProps, type Standing } from './period.tsx';
import { overviewProps, PLAN, summaryOf, unitStatus, wordsOf } from './testing.ts';

const PERIOD = '2031-Q1';

/** A page of the made-up commune whose units' reports stand as given. */
function propsOf(units: readonly UnitStatus[], change: Partial<PeriodPageProps> = {}): PeriodPageProps {
  const { plan, me, now, sample, sequence } = overviewProps(PLAN, summaryOf(PLAN, [], PERIOD));
  const standings = PLAN.periods.flatMap((period) =>
    units.map(({ id, state }): Standing => {
      const isShown = period === PERIOD;
      return { unit: id, period, state: isShown ? state : 'none', entered: isShown ? 3 : 0, expected: 5 };
    }),
  );
  return {
    ...{ plan, me, now, sample, sequence, standings },
    summary: { ...summaryOf(PLAN, [], PERIOD), units: [...units] },
    lock: null,
    locked: [],
    readable: ['north'],
    mayLock: false,
    mayUnlock: false,
    form: null,
    ...change,
  };
}

const html = (props: PeriodPageProps): string => String(<PeriodPage {...props} />);
const status = (id: string, state: UnitStatus['state'], change: Partial<UnitStatus> = {}): UnitStatus => ({
  ...unitStatus(PLAN, id, state),
  ...change,
});

const MIXED = [
  status('north', 'submitted'),
  status('south', 'draft', { errors: 2, warnings: 1 }),
  status('desk', 'none'),
];

describe('a period', () => {
  const text = html(propsOf(MIXED));

  it('says who has reported what, how complete, and what is wrong in it', () => {
    const words = wordsOf(text);
    expect(words).toContain('Phường Bắc Đã nộp, chờ duyệt 3/5 không có');
    expect(words).toContain('Phường Nam Đang nhập 3/5 2 lỗi, 1 cảnh báo chưa giải trình');
    expect(words).toContain('Văn phòng Chưa có báo cáo');
  });

  it('leads to the reports that the person may open, and to no other', () => {
    const links = [...text.matchAll(/href="(\/units\/[^"]*)"/g)].map((match) => match[1]);
    expect(new Set(links)).toEqual(new Set(['/units/north/2031-Q1']));
  });

  it('has every unit in every period of the term, each period one step away', () => {
    expect(text.match(/data-live="matrix-/g)).toHaveLength(PLAN.periods.length);
    for (const period of PLAN.periods) expect(text).toContain(`href="/periods/${period}"`);
    expect(text.match(/aria-current="page"/g)).toHaveLength(2);
  });

  it('prepares a reminder of what each unit still has to do, and of nobody who is done', () => {
    const reminder = /<textarea[^>]*>([^<]*)</.exec(text)?.[1] ?? '';
    expect(reminder.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- Phường Nam: đã nhập 3/5 ô, chưa nộp; 2 lỗi phải sửa; 1 số cần giải trình.',
      '- Văn phòng: chưa có báo cáo.',
    ]);
    const returned = html(propsOf([status('north', 'returned')]));
    expect(returned).toContain('- Phường Bắc: báo cáo đã được trả lại để bổ sung, chưa nộp lại.');
  });

  it('says that nobody has to be reminded where all is handed in', () => {
    const done = html(propsOf([status('north', 'accepted'), status('south', 'submitted'), status('desk', 'accepted')]));
    expect(done).toContain('không phải đôn đốc');
    expect(done).not.toContain('<textarea');
  });
});

describe('its lock', () => {
  it('is offered to whoever may, with a word on what is not accepted yet', () => {
    const text = html(propsOf(MIXED, { mayLock: true }));
    expect(text).toContain('action="/periods/2031-Q1/lock"');
    expect(wordsOf(text)).toContain('Chưa được duyệt: Phường Bắc, Phường Nam và Văn phòng.');
    expect(html(propsOf(MIXED))).not.toContain('<form class="stacked"');
  });

  it('is undone by whoever may, with a reason', () => {
    const lock = { period: PERIOD, locked: true, by: 'reviewer@demo.test', at: '2031-03-31T02:00:00Z' } as const;
    const text = html(propsOf(MIXED, { lock, locked: [PERIOD], mayLock: true, mayUnlock: true }));
    expect(text).toContain('action="/periods/2031-Q1/unlock"');
    expect(text).toMatch(/<input[^>]*required/);
    expect(wordsOf(text)).toContain('Đã khóa số liệu , reviewer@demo.test, 09:00 hôm nay');
    expect(html(propsOf(MIXED, { lock, mayLock: true }))).not.toContain('<form class="stacked"');
  });

  it('keeps what was typed where it could not be carried out, and says why', () => {
    const form = { problem: 'Việc này cần nêu lý do.', reason: '<b>x' };
    const text = html(propsOf(MIXED, { mayLock: true, form }));
    expect(text).toContain('role="alert"');
    expect(text).toContain('value="&lt;b&gt;x"');
  });
});
