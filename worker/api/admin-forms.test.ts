/** The administration's page and its forms in workerd: each does what the API does, or comes again with what was typed. */

import { beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, askAs, FIRST, invite, ledgerLines, REVIEWER, send, VIEWER } from '../testing/client.ts';
import { sendForm } from '../testing/forms.ts';
import { reset } from '../testing/reset.ts';

beforeEach(async () => {
  await reset();
  await invite();
});

const membersNow = async () => {
  const { members } = await (await askAs(ADMIN, '/api/members')).json<{ members: { email: string; role: string }[] }>();
  return members;
};
const admin = async () => (await askAs(ADMIN, '/admin')).text();
const leadsTo = (response: Response) => [response.status, response.headers.get('Location')];

describe('members by form', () => {
  const NEW = { email: 'New.Clerk@demo.test', name: 'Cán bộ mới', role: 'reporter', 'unit-muong-bon': 'on' };

  test('are invited, shown as not seen yet, changed and removed', async () => {
    expect(leadsTo(await sendForm(ADMIN, '/admin/members', NEW))).toEqual([303, '/admin#members']);
    const member = { email: 'new.clerk@demo.test', role: 'reporter', units: ['muong-bon'], name: 'Cán bộ mới' };
    expect(await membersNow()).toContainEqual(member);
    expect(await admin()).toContain('chưa đăng nhập lần nào');
    await sendForm(ADMIN, '/admin/members', { email: member.email, name: '', role: 'viewer' });
    expect(await membersNow()).toContainEqual({ ...member, role: 'viewer', units: [], name: null });
    expect(leadsTo(await sendForm(ADMIN, '/admin/members/remove', { email: member.email }))[0]).toBe(303);
    expect((await membersNow()).map(({ email }) => email)).not.toContain(member.email);
  });

  test.each([
    ['an address that is none', { ...NEW, email: 'clerk' }, 400],
    ['a role that there is not', { ...NEW, role: 'king' }, 400],
    ['a unit that there is not', { ...NEW, 'unit-nowhere': 'on' }, 404],
  ])('with %s come again with what was typed', async (_, fields, status) => {
    const response = await sendForm(ADMIN, '/admin/members', fields);
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(text).toContain('role="alert"');
    expect(text).toContain(`value="${fields.email}"`);
    expect(text).toContain('value="Cán bộ mới"');
  });

  test('never without an admin', async () => {
    const response = await sendForm(ADMIN, '/admin/members/remove', { email: ADMIN });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('role="alert"');
    expect((await membersNow()).map(({ email }) => email)).toContain(ADMIN);
  });

  test('whose names are markup stay text', async () => {
    await sendForm(ADMIN, '/admin/members', { ...NEW, name: '<script>alert(1)</script>' });
    expect(await admin()).not.toContain('<script>alert');
  });
});

describe('workbooks by form', () => {
  test('are registered for a unit and taken off again', async () => {
    const fields = { audience: '1234-abc.apps.googleusercontent.com', unit: 'office' };
    expect(leadsTo(await sendForm(ADMIN, '/admin/audiences', fields))).toEqual([303, '/admin#workbooks']);
    expect(await admin()).toContain(fields.audience);
    await sendForm(ADMIN, '/admin/audiences/remove', { audience: fields.audience });
    expect(await admin()).not.toContain(fields.audience);
    expect((await sendForm(ADMIN, '/admin/audiences', { ...fields, audience: 'a b' })).status).toBe(400);
  });

  test('are let go, so that another one may report', async () => {
    await send({}, FIRST);
    expect(await admin()).toContain('sheet-muong-bang');
    await sendForm(ADMIN, '/admin/sheets/release', { unit: 'muong-bang' });
    expect(await admin()).not.toContain('sheet-muong-bang');
  });
});

describe('the head of printed reports', () => {
  const HEAD = {
    kind: 'state',
    parent: '',
    body: 'ỦY BAN NHÂN DÂN\r\nXÃ MỚI',
    place: 'Nơi ấy',
    signer: 'TM.\r\nCHỦ TỊCH',
  };

  test('is set by an admin, told in the ledger, and stands on the paper of everybody', async () => {
    expect(leadsTo(await sendForm(ADMIN, '/admin/paper', HEAD))).toEqual([303, '/admin#paper']);
    expect((await ledgerLines()).join('\n')).toContain('"kind":"paper-head"');
    const text = await (await askAs(VIEWER, '/paper')).text();
    expect(text).toContain('Nơi ấy, ngày');
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  });

  test('of another kind is still there for one paper', async () => {
    await sendForm(ADMIN, '/admin/paper', HEAD);
    expect(await (await askAs(VIEWER, '/paper?head=party')).text()).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect((await askAs(VIEWER, '/paper?head=church')).status).toBe(400);
  });

  test('that is too long comes again', async () => {
    const response = await sendForm(ADMIN, '/admin/paper', { ...HEAD, place: 'x'.repeat(201) });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('x'.repeat(201));
  });
});

describe('the ledger’s page', () => {
  test('says how many entries there are, and whether they hold now', async () => {
    await send({}, FIRST);
    const text = await (await askAs(REVIEWER, '/ledger?verify=1')).text();
    expect(text).toMatch(/cả \d+ mục còn nguyên, đúng thứ tự/);
    expect(await (await askAs(REVIEWER, '/ledger')).text()).not.toContain('còn nguyên, đúng thứ tự');
  });
});

test('the resolution’s page names every open question with its reading', async () => {
  const text = await (await askAs(VIEWER, '/resolution')).text();
  expect(text).toContain('Những năm nào được tính');
  expect(text).toContain('Sáu năm 2025–2030');
});
