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
  'GET /api/checkpoint': {
    id: 'getCheckpoint',
    tag: 'ledger',
    summary: 'The ledger’s signed head',
    description:
      'To be kept outside the service: whoever has one finds out whether a later ledger is shorter or another. Without a key of the deployment `signature` and `publicKey` are null.',
    answers: { 200: json('Checkpoint', 'The head as it is now.') },
  },
  'GET /api/checkpoints': {
    id: 'getCheckpoints',
    tag: 'ledger',
    summary: 'The checkpoints of every night, one a line',
    description: 'Oldest first; one a day, made by the nightly check.',
    answers: { 200: { description: 'NDJSON.', type: 'application/x-ndjson', schema: 'Checkpoint' } },
  },
} as const satisfies Operations;
