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
  'GET /api/backup': {
    id: 'getBackup',
    tag: 'ledger',
    summary: 'The whole commune as one file',
    description:
      'NDJSON of this moment: a header, a line a row, and an end with the number of rows and the hash over them. Sessions and secrets are not in it.',
    answers: { 200: { description: 'The file.', type: 'application/x-ndjson' } },
  },
  'POST /api/restore': {
    id: 'restore',
    tag: 'ledger',
    summary: 'Put a backup into an empty deployment',
    description:
      'All of the file or nothing, and only where the ledger has no entry. Everything is checked before it counts: hashes, order, the chain, and that reports and settings follow from the ledger. `Content-Encoding: gzip` is taken.',
    body: { type: 'application/x-ndjson', description: 'What `GET /api/backup` answered.' },
    answers: { 200: json('Restored', 'It is here.') },
    problems: [
      'not-empty',
      'backup-too-large',
      'backup-format',
      'backup-newer',
      'backup-schema',
      'backup-foreign',
      'backup-truncated',
      'backup-damaged',
      'backup-order',
      'backup-ledger',
      'backup-revisions',
      'backup-standing',
    ],
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
