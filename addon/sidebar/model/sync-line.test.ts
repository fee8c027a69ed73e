import { describe, expect, test } from 'vitest';
import type { PeriodSync } from '../../rpc.ts';
import { UNSURE } from './answers.ts';
import { opened, syncOf, YEAR_END } from './sheet.test-support.ts';
import type { PendingValue, SidebarState } from './state.ts';
import { clockOf, type SyncLine, syncLine, timeWords } from './sync-line.ts';

const NOW = new Date('2026-11-24T11:00:00+07:00');
const at = (hour: number, day = 24): string =>
  new Date(`2026-11-${day}T${String(hour).padStart(2, '0')}:05:00+07:00`).toISOString();

function line(sync: Partial<PeriodSync>, more: Partial<SidebarState> = {}): SyncLine {
  const state = opened({}, null, { syncs: [syncOf(YEAR_END, sync)] });
  return syncLine({ ...state, ...more }, YEAR_END, NOW);
}

const pending = (status: PendingValue['status']) => ({
  pending: { [`${YEAR_END}/population`]: { value: 1, sequence: 1, status, at: 0 } },
});
const trouble = (code: string) => ({ code, message: 'vì sao', retryAt: at(11) });

describe('where the numbers are', () => {
  test('saved on the server, with the time', () => {
    expect(line({ savedAt: at(10) })).toEqual({
      tone: 'good',
      text: 'Đã lưu 10:05',
      detail: 'Đã lưu trên máy chủ lúc 10:05 hôm nay',
    });
  });

  test('nothing sent yet', () => {
    expect(line({ savedAt: null, revision: null, state: 'none' })).toMatchObject({
      tone: 'waiting',
      text: 'Chưa gửi gì',
    });
  });

  test('does NOT say saved while the sheet differs from what was acknowledged', () => {
    expect(line({ waiting: true })).toMatchObject({ tone: 'busy', text: 'Đang gửi' });
  });

  test('does NOT say saved of cells that may have been read before that', () => {
    const seen = { [YEAR_END]: { digest: UNSURE, askedAt: 1 } };
    expect(line({ savedAt: at(10) }, { seen })).toMatchObject({ tone: 'busy', text: 'Đang đọc lại' });
    expect(line({ savedAt: null }, { seen })).toMatchObject({ text: 'Chưa gửi gì' });
  });

  test('does NOT say saved while a value is on its way into the sheet', () => {
    expect(line({}, pending('writing'))).toMatchObject({ tone: 'busy', text: 'Đang ghi vào bảng' });
    expect(line({}, pending('failed'))).toMatchObject({ tone: 'bad', text: '1 ô chưa ghi được' });
    expect(line({}, pending('written')).tone).toBe('good');
  });

  test('waiting for the network, with how many wait and when it tries again', () => {
    expect(
      line({ waiting: true, differing: ['population', 'insured', 'households'], trouble: trouble('unreachable') }),
    ).toEqual({
      tone: 'waiting',
      text: 'Đang chờ mạng (3)',
      detail: 'vì sao Thử lại lúc 11:05.',
    });
  });

  test('a server that cannot store now is no fault of the network', () => {
    expect(line({ waiting: true, trouble: trouble('unavailable') }).text).toBe('Đang chờ máy chủ (1)');
  });

  test('any other trouble says why', () => {
    expect(line({ waiting: true, trouble: trouble('locked') })).toMatchObject({ tone: 'bad', text: 'Chưa gửi được' });
  });

  test('trouble in another period is not hidden behind this one’s “đã lưu”', () => {
    const syncs = [syncOf(YEAR_END), syncOf('2026-Q3', { waiting: true, trouble: trouble('unreachable') })];
    expect(syncLine(opened({}, null, { syncs }), YEAR_END, NOW).text).toBe('Đang chờ mạng (1)');
  });

  test('another person’s report comes before the rest', () => {
    const conflicts = [{ period: YEAR_END, revision: 2, by: 'a@b', at: at(9), differences: [] }];
    expect(line({ waiting: true, trouble: trouble('unreachable') }, { conflicts }).text).toBe('Có người khác vừa sửa');
  });

  test('the sheet itself out of reach', () => {
    expect(line({}, { trouble: { kind: 'accounts', message: 'PERMISSION_DENIED' } }).tone).toBe('bad');
    expect(line({}, { trouble: { kind: 'offline', message: '' } }).text).toBe('Đang chờ mạng (0)');
    expect(line({}, { trouble: { kind: 'failed', message: 'x' } }).text).toBe('Mất liên lạc với bảng tính');
  });
});

test('times: today by the clock, else with the date', () => {
  expect(clockOf(at(9), NOW)).toBe('09:05');
  expect(clockOf(at(9, 23), NOW)).toBe('23/11 09:05');
  expect(timeWords(at(9), NOW)).toBe('09:05 hôm nay');
  expect(timeWords(at(9, 23), NOW)).toBe('09:05 ngày 23/11/2026');
});
