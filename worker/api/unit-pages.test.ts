/** `/units` and what is below it, in workerd: what is there, who sees whose, how it stands in the ledger. */

import { beforeEach, describe, expect, test } from 'vitest';
import {
  askAs,
  FIRST,
  fullValues,
  invite,
  OTHER_REPORTER,
  on,
  PERIOD,
  REPORTER,
  REVIEWER,
  STRANGER,
  send,
  VIEWER,
} from '../testing/client.ts';
import { sendForm } from '../testing/forms.ts';
import { reset } from '../testing/reset.ts';

const PAGE = `/units/muong-bang/${PERIOD}`;
const read = async (path: string, who = VIEWER) => {
  const response = await askAs(who, path, { headers: { Accept: 'text/html' } });
  return { status: response.status, text: await response.text() };
};
const rowOf = (text: string, input: string) =>
  text.match(new RegExp(`<tr id="input-${input}".*?</tr>`, 's'))?.[0] ?? '';

beforeEach(async () => {
  await reset();
  await invite();
});

describe('the page of a report', () => {
  test('says how it was sent, as the ledger has it, also after the reviewer’s word', async () => {
    const sent = { values: fullValues(), via: 'trigger', editors: null, sources: { visitors: 'formula' } };
    await send(sent);
    const draft = (await read(PAGE)).text;
    expect(draft).toContain('gửi tự động bởi');
    expect(draft).toContain('người nhập: không rõ');
    expect(rowOf(draft, 'visitors')).toContain('từ công thức');
    expect(rowOf(draft, 'revenue')).not.toContain('từ công thức');

    await send({ ...sent, via: 'person', state: 'submitted', editors: ['a@demo.test'] }, on(1));
    await askAs(REVIEWER, `/api/reports/muong-bang/${PERIOD}/accept`, { method: 'POST' });
    const accepted = (await read(PAGE)).text;
    expect(accepted).toContain('người nhập: <bdi class="address">a@demo.test</bdi>');
    expect(accepted).toContain(`duyệt bởi <bdi class="address">${REVIEWER}</bdi>`);
    expect(rowOf(accepted, 'visitors')).toContain('từ công thức');
  });

  test('shows changes against what was submitted or accepted before, else against the revision before', async () => {
    const submitted = { state: 'submitted', values: { ...fullValues(), visitors: 10 } };
    await send({ values: { visitors: 8 } });
    await send({ values: { visitors: 9 } }, on(1));
    expect(rowOf((await read(PAGE)).text, 'visitors')).toMatch(/đã sửa: 8 .* 9</);
    await send(submitted, on(2));
    await askAs(REVIEWER, `/api/reports/muong-bang/${PERIOD}/return`, { method: 'POST', body: { reason: 'Xem lại' } });
    await send({ values: { ...fullValues(), visitors: 11 } }, on(4));
    await send({ values: { ...fullValues(), visitors: 12 } }, on(5));
    const { text } = await read(PAGE);
    expect(rowOf(text, 'visitors')).toMatch(/đã sửa: 10 .* 12</);
    expect(text).toContain('so với bản 3 (Đã nộp, chờ duyệt');
    expect(text).toContain('Lời trả lại gần nhất (bản 4');
  });

  test('stands beside the period before and the year before', async () => {
    await send({ values: { visitors: 7 } }, FIRST, REPORTER, '/api/reports/muong-bang/2026-Q3');
    await send({ values: { visitors: 900 } }, FIRST, REPORTER, '/api/reports/muong-bang/2025-Q4');
    await send({ values: { visitors: 20 } }, FIRST, REPORTER, '/api/reports/muong-bang/2026-Q4');
    const { text } = await read('/units/muong-bang/2026-Q4');
    expect(rowOf(text, 'visitors')).toMatch(/data-head="Kỳ trước">7<.*data-head="Cùng kỳ năm trước">900</);
  });

  test('shows some rows alone where the address says so', async () => {
    await send({ values: { ...fullValues(), fruitArea: 0 } });
    const { text } = await read(`${PAGE}?rows=issues`);
    expect(rowOf(text, 'fruitAreaCoded')).toContain('chưa hợp lệ');
    expect(rowOf(text, 'visitors')).toBe('');
    expect((await read(`${PAGE}?rows=some`)).status).toBe(400);
  });

  test('is there before the report is, and becomes it in place', async () => {
    const { status, text } = await read(PAGE);
    expect([status, text.includes('chưa gửi số liệu nào')]).toEqual([200, true]);
    expect(text).toMatch(/data-live="report">/);
    await send();
    expect((await read(PAGE)).text).toMatch(/data-live="report" data-parts="report">/);
  });

  test('confirms what was just done only as long as it stands', async () => {
    await send({ state: 'submitted', values: fullValues() });
    const { headers } = await sendForm(REVIEWER, `${PAGE}/accept`, { revision: '1' });
    const confirmed = headers.get('Location') ?? '';
    expect((await read(confirmed, REVIEWER)).text).toContain('Đã ghi việc duyệt (bản 2)');
    await sendForm(REVIEWER, `${PAGE}/return`, { revision: '2', reason: 'Duyệt nhầm' });
    expect((await read(confirmed, REVIEWER)).text).not.toContain('Đã ghi việc duyệt');
    expect((await read(`${PAGE}?done=draft-3`, REVIEWER)).text).not.toContain('role="status">Đã');
  });
});

describe('the history of a report', () => {
  test('comes in pages that lead on', async () => {
    for (let revision = 0; revision < 22; revision++) {
      await send({ values: { visitors: revision } }, revision === 0 ? FIRST : on(revision));
    }
    const first = (await read(`${PAGE}/history`)).text;
    expect(first.match(/<article/g)).toHaveLength(20);
    expect(first).toContain(`href="${PAGE}/history?before=3"`);
    const last = (await read(`${PAGE}/history?before=3`)).text;
    expect([...last.matchAll(/<article id="revision-(\d+)"/g)].map((match) => match[1])).toEqual(['2', '1']);
    expect(last).not.toContain('before=1');
    expect((await read(`${PAGE}/history?before=x`)).status).toBe(400);
  });

  test('is there before anything is in it', async () => {
    const { status, text } = await read(`${PAGE}/history`);
    expect([status, text.includes('chưa có lịch sử')]).toEqual([200, true]);
  });
});

describe('the units', () => {
  test('are shown with what each has reported, a reporter’s own alone to a reporter', async () => {
    await send({ state: 'submitted', values: fullValues() });
    const { text } = await read('/units');
    expect(text).toContain('đã nhập 29/29');
    expect(text).toContain('href="/units/office"');
    const own = (await read('/units', OTHER_REPORTER)).text;
    expect(own).toContain('href="/units/muong-bon"');
    expect(own).not.toContain('href="/units/muong-bang"');
    expect(own).not.toContain(REPORTER);
  });

  test('have the workbook that they are bound to', async () => {
    await send({ sheet: 'sheet-<b>' });
    expect((await read('/units/muong-bang')).text).toContain('sheet-&lt;b&gt;');
    expect((await read('/units/muong-bon')).text).toContain('Chưa gắn bảng tính nào');
  });

  test('lead nowhere else: another unit’s reporter is told so by a page', async () => {
    await send();
    for (const path of ['/units/muong-bang', PAGE, `${PAGE}/history`]) {
      const { status, text } = await read(path, OTHER_REPORTER);
      expect([path, status, text.includes('Không có quyền')]).toEqual([path, 403, true]);
    }
    expect((await read(PAGE, STRANGER)).text).toContain('chưa được cấp quyền');
  });

  test.each(['/units/nowhere', '/units/nowhere/2026-Q2', '/units/muong-bang/1999-Q1', '/units/muong-bang/x/history'])(
    '%s is not found',
    async (path) => {
      expect((await read(path)).status).toBe(404);
    },
  );
});
