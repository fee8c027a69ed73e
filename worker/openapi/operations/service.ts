/** Who one is, whether the service is up, and this document. */
import { json, type Operations, UNCHANGED } from '../operation.ts';

export const SERVICE_OPERATIONS = {
  'GET /api/me': {
    id: 'getMe',
    tag: 'service',
    summary: 'Who is signed in',
    description: 'The role is null for a stranger: somebody verified who is no member.',
    answers: { 200: json('Me', 'The caller.') },
  },
  'GET /healthz': {
    id: 'getHealth',
    tag: 'service',
    summary: 'Whether the service is up and its storage answers',
    description:
      'With which version and resolution, how many entries the ledger has, and what the last nightly check found; `ok` is false where it found something.',
    answers: { 200: json('Health', 'It is up.') },
  },
  'GET /openapi.json': {
    id: 'getOpenApi',
    tag: 'service',
    summary: 'This document',
    description: 'Made from the schemas that check requests and shape answers.',
    answers: {
      200: { description: 'OpenAPI 3.1.', type: 'application/json', headers: ['ETag'] },
      304: UNCHANGED,
    },
  },
} as const satisfies Operations;
