// In Node: the validator of OpenAPI documents compiles code, which workerd forbids.
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { ROUTES } from '../api/routes.ts';
import { PROBLEMS } from '../words.ts';
import { DESCRIPTIONS } from './descriptions.ts';
import { openApiDocument } from './document.ts';
import { isApi, OPERATIONS, operationKey } from './operations.ts';
import { SCHEMAS } from './schemas.ts';

const document = openApiDocument(ROUTES);
const described = ROUTES.filter(({ path }) => isApi(path));

test('the document is OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  expect(errors).toBeUndefined();
  expect([valid, validator.version]).toEqual([true, '3.1']);
});

describe('the document and the router', () => {
  test('have the same operations, every route of the API and no other', () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(described.map(operationKey).sort());
    expect(described.length).toBeGreaterThan(20);
  });

  test('agree on who may ask without being known', () => {
    const open = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) => ('security' in operation ? [] : [`${method} ${path}`])),
    );
    expect(open).toEqual(['get /api/live', 'get /healthz', 'get /openapi.json']);
  });

  test('do not start with a route that nobody described', () => {
    const route = { method: 'GET', path: '/api/secret', need: 'anyone' } as const;
    expect(() => openApiDocument([...ROUTES, route])).toThrow('GET /api/secret is not described');
    const odd = { method: 'GET', path: '/api/members/:nobody', need: 'anyone' } as const;
    const operations = { ...OPERATIONS, 'GET /api/members/:nobody': OPERATIONS['GET /api/me']! };
    expect(() => openApiDocument([odd], operations)).toThrow('nobody');
  });
});

test('each operation has a name of its own', () => {
  const names = Object.values(OPERATIONS).map(({ id }) => id);
  expect(new Set(names).size).toBe(names.length);
});

test('every reference leads to a schema that is there, and every schema is used', () => {
  const text = JSON.stringify(document);
  const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name));
  expect([...referred].sort()).toEqual(Object.keys(document.components.schemas).sort());
});

test('every schema is described, and nothing else', () => {
  expect(Object.keys(DESCRIPTIONS).sort()).toEqual(Object.keys(SCHEMAS).sort());
});

test('every problem that the service knows is named by an operation, but those of pages and of no address', () => {
  const text = JSON.stringify(document.paths);
  const unnamed = Object.keys(PROBLEMS).filter((code) => !text.includes(`"${code}"`));
  expect(unnamed).toEqual(['sign-in-failed', 'not-found', 'method-not-allowed']);
});

test('the schema of a report that is sent is the one that checks it', () => {
  const { PutReport, Period } = JSON.parse(JSON.stringify(document.components.schemas));
  expect(PutReport).toMatchObject({ additionalProperties: false, required: ['state', 'sheet', 'values'] });
  expect(PutReport.properties.state).toMatchObject({ enum: ['draft', 'submitted'] });
  expect(PutReport.properties.reasons.additionalProperties).toEqual({ type: 'string', maxLength: 500 });
  expect(PutReport.properties.via).toMatchObject({ enum: ['person', 'trigger', 'sweep'], default: 'person' });
  expect(new RegExp(Period.pattern).test('2026-Q2')).toBe(true);
});
