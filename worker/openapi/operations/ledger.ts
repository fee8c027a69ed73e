/** What happened, and whether the chain still says so. */
import { json, type Operations } from '../operation.ts';

export const LEDGER_OPERATIONS = {
  'GET /api/ledger': {
    id: 'getLedger',
    tag: 'ledger',
    summary: 'The entries of the ledger, one a line',
    description:
      '`hash` is the SHA-256, in hexadecimal, of the entry without it in RFC 8785 canonical JSON; `previous` is the hash of the entry before, 64 zeros ' +
      'in the first, whose index is 1.',
    query: ['after'],
    answers: { 200: { description: 'NDJSON.', type: 'application/x-ndjson', schema: 'LedgerEntry' } },
    problems: ['bad-request'],
  },
  'GET /api/ledger/verify': {
    id: 'verifyLedger',
    tag: 'ledger',
    summary: 'Check the whole chain',
    description: 'From the first entry on; where it does not hold, which entry is the first bad one and why.',
    answers: { 200: json('LedgerVerdict', 'What was found.') },
  },
} as const satisfies Operations;
