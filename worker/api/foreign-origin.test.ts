/** A browser sends our cookie along whoever wrote the form: no route that changes anything takes it from another origin. */

import { beforeEach, expect, test } from 'vitest';
import { ADMIN, ask, invite, PERIOD, problem } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { signIn } from '../testing/sign-in.ts';
import { PROBLEMS } from '../words.ts';
import { ROUTES } from './routes.ts';

const FOREIGN = ['https://evil.test', 'https://commune.test.evil.test', 'http://commune.test', 'null', undefined];
const changing = ROUTES.filter(({ method }) => method !== 'GET');

beforeEach(async () => {
  await reset();
  await invite();
});

/** A page's form is refused by a page. */
const refusalIn = async (response: Response): Promise<string> => {
  if (response.headers.get('Content-Type')?.startsWith('text/html') !== true) return problem(response);
  const isSaid = (await response.text()).includes(PROBLEMS['foreign-origin'].title);
  return `${response.status} ${isSaid ? 'foreign-origin' : 'page'}`;
};

test.each(changing)('$method $path', async ({ method, path }) => {
  const Cookie = await signIn(ADMIN);
  const address = path.replace(':unit', 'muong-bang').replace(':period', PERIOD).replaceAll(/:\w+/g, 'x');
  for (const Origin of FOREIGN) {
    const headers = { Cookie, ...(Origin === undefined ? {} : { Origin }) };
    expect([Origin, await refusalIn(await ask(address, { method, headers }))]).toEqual([Origin, '403 foreign-origin']);
  }
  expect((await ask('/api/me', { headers: { Cookie } })).status).toBe(200);
});
