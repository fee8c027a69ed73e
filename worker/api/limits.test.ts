import { beforeEach, describe, expect, test } from 'vitest';
import { ask, invite, problem, tokenOf, VIEWER } from '../testing/client.ts';
import { BURST } from '../testing/limits.ts';
import { reset } from '../testing/reset.ts';

beforeEach(async () => {
  await reset();
  await invite();
});

const asks = (count: number, token: string, address = '192.0.2.1') =>
  Promise.all(
    Array.from({ length: count }, () =>
      ask('/api/me', { headers: { Authorization: `Bearer ${token}`, 'CF-Connecting-IP': address } }),
    ),
  );
const refused = (answers: readonly Response[]) => answers.filter(({ status }) => status === 429);

describe('limits', () => {
  test('hold a person to a burst, and say when to come back', async () => {
    const over = refused(await asks(BURST + 20, await tokenOf({ email: VIEWER })));
    expect(over.length).toBeGreaterThan(0);
    expect(over.length).toBeLessThanOrEqual(20);
    const [first] = over;
    expect(first?.headers.get('Retry-After')).toBe('1');
    expect(await first?.clone().json()).toMatchObject({ retryAfter: 1 });
    expect(await problem(first!)).toBe('429 too-many-requests');
  });

  test('slow an address whose tokens keep failing, and never a valid token from there', async () => {
    const bad = await asks(BURST + 20, 'forged');
    expect(refused(bad).length).toBeGreaterThan(0);
    expect(bad.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(BURST);
    const good = await asks(10, await tokenOf({ email: VIEWER }));
    expect(good.every(({ status }) => status === 200)).toBe(true);
    const elsewhere = await asks(1, 'forged', '192.0.2.2');
    expect(elsewhere[0]?.status).toBe(401);
  });
});
