import { beforeEach, expect, test } from 'vitest';
import { openApiDocument } from '../openapi/document.ts';
import { ask } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { ROUTES } from './routes.ts';

beforeEach(async () => {
  await reset();
});

test('the document is there for anyone, as it is made from the routes', async () => {
  const response = await ask('/openapi.json');
  expect(response.headers.get('Content-Type')).toBe('application/json');
  expect(response.headers.get('Cache-Control')).toBe('no-cache');
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(openApiDocument(ROUTES))));
});

test('it says nothing of the deployment', async () => {
  expect(await (await ask('/openapi.json')).text()).not.toContain('.test');
});
