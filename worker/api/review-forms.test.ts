/** The reviewer's forms in workerd: what they do is what the API does; what is not taken comes back with what was typed. */

import { beforeEach, describe, expect, test } from 'vitest';
import type { History, Report } from '../../shared/wire.ts';
import {
  ADMIN,
  ask,
  askAs,
  FIRST,
  fullValues,
  invite,
  ledgerLines,
  ORIGIN,
  on,
  PERIOD,
  REPORTER,
  REVIEWER,
  send,
  VIEWER,
} from '../testing/client.ts';
import { sendForm } from '../testing/forms.ts';
import { reset } from '../testing/reset.ts';
import { everybodySeen } from '../testing/seen.ts';

const PAGE = `/units/muong-bang/${PERIOD}`;
const REPORT = `/api/reports/muong-bang/${PERIOD}`;
const HOSTILE = '=HYPERLINK("//x")</textarea><script>alert(1)</script>\u202Eabc';
const submit = (over: Readonly<Record<string, unknown>> = {}, headers: Readonly<Record<string, string>> = FIRST) =>
  send({ state: 'submitted', values: fullValues(), ...over }, headers);
const accept = (revision: number, who = REVIEWER) => sendForm(who, `${PAGE}/accept`, { revision: String(revision) });
const sendBack = (revision: number, fields: Readonly<Record<string, string>> = {}, who = REVIEWER) =>
  sendForm(who, `${PAGE}/return`, { revision: String(revision), reason: '', ...fields });
const report = async () => (await askAs(REPORTER, REPORT)).json<Report>();
const answer = async (response: Response) => ({ status: response.status, text: await response.text() });
const fieldOf = (text: string, name: string) =>
  text.match(new RegExp(`<textarea[^>]* name="${name}"[^>]*>(.*?)</textarea>`, 's'))?.[1] ?? null;

beforeEach(async () => {
  await reset();
  await invite();
  await everybodySeen();
});

describe('a reviewer’s form', () => {
  test('accepts, and leads back to the page', async () => {
    await submit();
    const response = await accept(1);
    expect([response.status, response.headers.get('Location')]).toEqual([303, `${PAGE}?done=accepted-2`]);
    expect(await report()).toMatchObject({ revision: 2, state: 'accepted', updatedBy: REVIEWER });
  });

  test('sends back with one reason, made of what was said of the report and of its inputs', async () => {
    await submit();
    const typed = {
      reason: 'Đề nghị rà soát\r\ntoàn bộ.',
      'note-poorHouseholds': ' kiểm tra lại ',
      'note-visitors': '',
    };
    expect((await sendBack(1, typed)).status).toBe(303);
    expect(await report()).toMatchObject({
      state: 'returned',
      returnReason: 'Đề nghị rà soát\ntoàn bộ.\n– Hộ nghèo: kiểm tra lại',
    });
  });

  test('sends an accepted report back, which undoes the acceptance', async () => {
    await submit();
    await accept(1);
    expect((await sendBack(2, { reason: 'Duyệt nhầm' })).status).toBe(303);
    expect(await report()).toMatchObject({ revision: 3, state: 'returned', returnReason: 'Duyệt nhầm' });
  });

  test('keeps hostile words as they are, in what is stored and on the page', async () => {
    await submit({ reasons: { visitors: HOSTILE } });
    await sendBack(1, {
      reason: HOSTILE,
      'note-visitors': 'x'.repeat(500 - HOSTILE.length - '\n– Khách du lịch: '.length),
    });
    const { returnReason } = await report();
    expect(returnReason).toHaveLength(500);
    expect(returnReason?.startsWith(HOSTILE)).toBe(true);
    for (const path of [PAGE, `${PAGE}/history`]) {
      const { text } = await answer(await askAs(REVIEWER, path, { headers: { Accept: 'text/html' } }));
      expect(text).toContain('=HYPERLINK(&quot;//x&quot;)&lt;/textarea&gt;&lt;script&gt;');
      expect(text.match(/<script/g)).toHaveLength(1);
    }
  });
});

describe('what is not taken', () => {
  const typed = { reason: 'Đề nghị bổ sung', 'note-visitors': 'đối chiếu sổ' };

  test('because somebody else accepted meanwhile stays in its fields, and can be sent again', async () => {
    await submit();
    expect((await accept(1, ADMIN)).status).toBe(303);
    const { status, text } = await answer(await sendBack(1, typed));
    expect(status).toBe(412);
    expect(text).toContain('lúc đó là bản 1, nay là bản 2');
    expect(text).toContain(`duyệt bởi <bdi class="address">${ADMIN}</bdi>`);
    expect(fieldOf(text, 'reason')).toBe('Đề nghị bổ sung');
    expect(fieldOf(text, 'note-visitors')).toBe('đối chiếu sổ');
    expect(text.match(/name="revision" value="(\d+)"/)?.[1]).toBe('2');
    expect((await report()).state).toBe('accepted');
    expect((await sendBack(2, typed)).status).toBe(303);
  });

  test('because two accepted at once is done once', async () => {
    await submit();
    const statuses = await Promise.all([accept(1), accept(1, ADMIN)]);
    expect(statuses.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { revisions } = await (await askAs(REVIEWER, `${REPORT}/history`)).json<History>();
    expect(revisions.map(({ state }) => state)).toEqual(['accepted', 'submitted']);
  });

  test('because the unit went on writing says what it wrote, and keeps the words where there is no field', async () => {
    await submit();
    await send({ values: { ...fullValues(), visitors: 5 } }, on(1));
    const { status, text } = await answer(await sendBack(1, typed));
    expect(status).toBe(409);
    expect(text).toContain('Thay đổi từ bản 1 đến bản 2');
    expect(text).toMatch(/Khách du lịch: <span class="change">1 lượt .* 5 lượt/);
    expect(text).toContain('Đề nghị bổ sung\n– Khách du lịch: đối chiếu sổ');
    expect(fieldOf(text, 'reason')).toBeNull();
  });

  test('because the revision that was seen never was leads to no invention', async () => {
    await submit();
    const { status, text } = await answer(await accept(7));
    expect(status).toBe(412);
    expect(text).toContain('lúc đó là bản 7, nay là bản 1');
    expect(text).not.toContain('Thay đổi từ bản');
  });

  test('because the period was locked says so and offers nothing more', async () => {
    await submit();
    await askAs(REVIEWER, `/api/periods/${PERIOD}/lock`, { method: 'POST' });
    const { status, text } = await answer(await sendBack(1, typed));
    expect(status).toBe(423);
    expect(text).toContain('đã khóa');
    expect(text).toContain('Đề nghị bổ sung');
    expect(text).not.toContain(`action="${PAGE}/`);
  });

  test.each([
    ['no word at all', {}, 'Cần nêu lý do trả lại'],
    ['too short a one', { reason: ' ab ' }, 'Cần nêu lý do trả lại'],
    ['one character too many', { reason: 'x'.repeat(501) }, 'dài 501 ký tự, tối đa 500'],
    ['notes that are too long together', { reason: 'x'.repeat(400), 'note-visitors': 'y'.repeat(100) }, 'tối đa 500'],
  ])('with %s is nothing that was done', async (_, fields: Readonly<Record<string, string>>, why) => {
    await submit();
    const { status, text } = await answer(await sendBack(1, fields));
    expect(status).toBe(400);
    expect(text).toContain(why);
    expect(fieldOf(text, 'reason')).toBe(fields.reason ?? '');
    expect(fieldOf(text, 'note-visitors')).toBe(fields['note-visitors'] ?? '');
    expect((await report()).state).toBe('submitted');
  });

  test.each([
    ['a field that there is not', 'return', { revision: '1', reason: 'abc', 'note-nothing': 'x' }],
    ['another unit’s input', 'return', { revision: '1', reason: 'abc', 'note-dossiers': 'x' }],
    ['no revision', 'return', { reason: 'abc' }],
    ['a revision that is none', 'accept', { revision: '01' }],
    ['a reason for accepting', 'accept', { revision: '1', reason: 'abc' }],
  ])('with %s is no form of the page', async (_, act, fields: Readonly<Record<string, string>>) => {
    await submit();
    const before = await ledgerLines();
    expect((await sendForm(REVIEWER, `${PAGE}/${act}`, fields)).status).toBe(400);
    expect(await ledgerLines()).toEqual(before);
  });

  test('is what a viewer, another page or nobody sends', async () => {
    await submit();
    expect((await accept(1, VIEWER)).status).toBe(403);
    expect((await sendForm(REVIEWER, `${PAGE}/accept`, { revision: '1' }, 'https://elsewhere.example')).status).toBe(
      403,
    );
    expect((await report()).state).toBe('submitted');
  });

  test('where there is no report, is not found', async () => {
    expect((await accept(1)).status).toBe(404);
  });
});

test('who has to sign in again comes back to the page that the form stood on, and to no other site', async () => {
  const send = async (referer: string) => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Referer: referer, Accept: 'text/html' };
    const { headers: answered } = await ask(`${PAGE}/accept`, { method: 'POST', headers, body: 'revision=1' });
    return answered.get('Location');
  };
  expect(await send(`${ORIGIN}${PAGE}?rows=issues`)).toBe(
    `/sign-in?return=${encodeURIComponent(`${PAGE}?rows=issues`)}`,
  );
  expect(await send('https://elsewhere.example/units')).toBe('/sign-in');
  expect(await send('not an address')).toBe('/sign-in');
});
