/** The OpenAPI 3.1 document: the table of operations, with what their routes declare, and the schemas. Pure. */
import type { Need, Route } from '../api/route.ts';
import { CAPABILITIES } from '../rights.ts';
import { headerObjects } from './headers.ts';
import type { Answer, Body, Operation, Operations } from './operation.ts';
import { isApi, OPERATIONS, operationKey } from './operations.ts';
import { CONDITION, PRECONDITIONS, pathParameters, queryParameters } from './parameters.ts';
import { problemAnswers, problemCodes } from './problems.ts';
import { type JsonSchema, jsonSchemas, refTo } from './schemas.ts';

/** A change of what clients may rely on is a change of this. */
const VERSION = '1.0.0';

type RouteLine = Pick<Route, 'method' | 'path' | 'need'>;

/** Throws for a route of the API that the table does not describe. */
export function openApiDocument(routes: readonly RouteLine[], operations: Operations = OPERATIONS) {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routes.filter(({ path }) => isApi(path))) {
    const operation = operations[operationKey(route)];
    if (operation === undefined) throw new Error(`${operationKey(route)} is not described`);
    const path = documentPath(route.path);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationObject(route, operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'The commune’s targets', version: VERSION, description: ABOUT },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: jsonSchemas(), securitySchemes: SECURITY_SCHEMES },
  };
}

const ABOUT =
  'Figures of a commune’s reporting units, consolidated against its resolution. Errors are RFC 9457 problem details whose `type` is `/problems/` and ' +
  'the `code`; `detail` is Vietnamese, for people. Where several problems fit, the first of this order is answered: 401 (429 of an address instead, while it ' +
  'is over its limit), 429 of a person, 403, 404, 413, 400, a replay, 428, 423, 409, 412, 422. Keys that a request’s schema does not have are refused; ' +
  'answers may get new ones.';

const SECURITY_SCHEMES = {
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'An OpenID Connect ID token of an issuer that is configured, for the browser sign-in’s client or a registered workbook.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-session',
    description: 'The browser’s session; changes then need the service’s own `Origin`.',
  },
} as const;

/** `/api/reports/:unit` as OpenAPI writes it: `/api/reports/{unit}`. */
function documentPath(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

function operationObject({ path, need }: RouteLine, operation: Operation): JsonSchema {
  const { id, tag, summary, description, body, answers } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: `${description} ${whoMay(need)}`,
    parameters: [...pathParameters(path), ...queryParameters(operation.query ?? []), ...conditionsOf(operation)],
    ...(body === undefined ? {} : { requestBody: bodyObject(body) }),
    responses: { ...answerObjects(answers), ...problemAnswers(problemCodes(need, operation)) },
    ...(need === 'anyone' ? {} : { security: [{ token: [] }, { session: [] }] }),
  };
}

/** From the table of rights, so that the document cannot promise what is not so. */
function whoMay(need: Need): string {
  if (need === 'anyone') return 'For anyone.';
  if (need === 'signed-in') return 'For whoever is signed in.';
  const roles = Object.entries(CAPABILITIES[need].roles).map(([role, reach]) =>
    reach === 'own' ? `${role} (own unit)` : role,
  );
  return `For: ${roles.join(', ')}.`;
}

function conditionsOf({ precondition, answers }: Operation): readonly JsonSchema[] {
  if (precondition !== undefined) return PRECONDITIONS;
  return 304 in answers ? [CONDITION] : [];
}

function bodyObject(body: Body): JsonSchema {
  if ('type' in body) return { required: true, description: body.description, content: { [body.type]: {} } };
  return { required: body.optional !== true, content: { 'application/json': { schema: refTo(body.schema) } } };
}

function answerObjects(answers: Operation['answers']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerObject(answer)]));
}

function answerObject({ description, type, schema, headers = [] }: Answer): JsonSchema {
  return {
    description,
    ...(headers.length === 0 ? {} : { headers: headerObjects(headers) }),
    ...(type === undefined ? {} : { content: { [type]: schema === undefined ? {} : { schema: refTo(schema) } } }),
  };
}
