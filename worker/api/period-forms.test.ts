/** The forms of a period's page in workerd: carried out, or shown again with what was typed. */

import { beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, askAs, FIRST, invite, PERIOD, problem, REVIEWER, send } from '../testing/client.ts';
import { sendForm } from '../testing/forms.ts';
import { reset } from '../testing/reset.ts';

beforeEach(async () => {
  await reset();
  await invite();
});

const isLocked = async () => {
  const response = await askAs(REVIEWER, `/api/summary?period=${PERIOD}`);
  return (await response.json<{ locked: boolean }>()).locked;
};

describe('locking by form', () => {
  test('leads back to the page, and no report is taken any more', async () => {
    const response = await sendForm(REVIEWER, `/periods/${PERIOD}/lock`, { reason: '' });
    expect([response.status, response.headers.get('Location')]).toEqual([303, `/periods/${PERIOD}`]);
    expect(await isLocked()).toBe(true);
    expect(await problem(await send({}, FIRST))).toBe('423 locked');
  });

  test('with a reason that is none is not done, and shows it again', async () => {
    const response = await sendForm(REVIEWER, `/periods/${PERIOD}/lock`, { reason: 'x' });
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(text).toContain('ít nhất 3 ký tự');
    expect(text).toContain('value="x"');
    expect(await isLocked()).toBe(false);
  });

  test('is undone by an admin with a reason, and not without one', async () => {
    await sendForm(REVIEWER, `/periods/${PERIOD}/lock`, { reason: '' });
    expect((await sendForm(ADMIN, `/periods/${PERIOD}/unlock`, { reason: ' ' })).status).toBe(400);
    expect(await isLocked()).toBe(true);
    expect((await sendForm(ADMIN, `/periods/${PERIOD}/unlock`, { reason: 'bổ sung số liệu' })).status).toBe(303);
    expect(await isLocked()).toBe(false);
  });

  test('is not done for another origin’s form, nor for what is no form', async () => {
    const foreign = await sendForm(REVIEWER, `/periods/${PERIOD}/lock`, { reason: '' }, 'https://elsewhere.example');
    expect(foreign.status).toBe(403);
    const json = await askAs(REVIEWER, `/periods/${PERIOD}/lock`, { method: 'POST', body: { reason: '' } });
    expect(json.status).toBe(400);
    expect(await isLocked()).toBe(false);
  });
});

test('the periods lead to the newest one that has a report', async () => {
  await send({}, FIRST);
  const response = await askAs(REVIEWER, '/periods');
  expect([response.status, response.headers.get('Location')]).toEqual([303, `/periods/${PERIOD}`]);
});
