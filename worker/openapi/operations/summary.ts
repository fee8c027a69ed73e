/** The consolidated view, as data and as files, and its changes as they happen. */
import { json, type Operations, UNCHANGED } from '../operation.ts';

const FILE = ['ETag', 'Content-Disposition'] as const;
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const SUMMARY_OPERATIONS = {
  'GET /api/summary': {
    id: 'getSummary',
    tag: 'summary',
    summary: 'The consolidated view of a period',
    description:
      'Every indicator and every target, in the resolution’s order, whether there are figures or not. Percentages are in percent points.',
    query: ['period', 'basis'],
    answers: { 200: json('Summary', 'The view.', ['ETag']), 304: UNCHANGED },
    problems: ['bad-request', 'unknown-period'],
  },
  'GET /api/summary.csv': {
    id: 'getSummaryCsv',
    tag: 'summary',
    summary: 'The consolidated view as CSV',
    description:
      'As Excel in Vietnam reads it: UTF-8 with a byte order mark, semicolons, CRLF, decimal commas; title rows, then a row an indicator. Text that ' +
      'would begin a formula stands behind an apostrophe. The tag is of the content, not of the moment in its title.',
    query: ['period', 'basis'],
    answers: { 200: { description: 'The file.', type: 'text/csv', headers: FILE }, 304: UNCHANGED },
    problems: ['bad-request', 'unknown-period'],
  },
  'GET /api/summary.xlsx': {
    id: 'getSummaryXlsx',
    tag: 'summary',
    summary: 'The consolidated view as a workbook',
    description:
      'The same table with typed numbers and real dates, and a second sheet that says how far each unit’s report is.',
    query: ['period', 'basis'],
    answers: { 200: { description: 'The file.', type: SHEET, headers: FILE }, 304: UNCHANGED },
    problems: ['bad-request', 'unknown-period'],
  },
  'POST /api/live/ticket': {
    id: 'issueTicket',
    tag: 'live',
    summary: 'A ticket for a live connection',
    description:
      'Good once and for 30 seconds, for clients that cannot send a bearer token with a WebSocket’s handshake.',
    answers: { 200: json('Ticket', 'The ticket.') },
  },
  'GET /api/live': {
    id: 'openLive',
    tag: 'live',
    summary: 'Changes of the view as they happen, by WebSocket',
    description:
      'With `Sec-WebSocket-Protocol: live.v1, ticket.<ticket>`, or a session and its exact own Origin, or a token. After each change comes ' +
      '`{"type":"summary","period":"2026-Q2","sequence":17}`; the sequence is the summary’s `ledger.index`. `ping` is answered with `pong`. ' +
      'Closed with 4401 when the right that it was opened on ends.',
    answers: { 101: { description: 'The connection is open.' } },
    problems: [
      'unauthenticated',
      'invalid-token',
      'expired-token',
      'unknown-audience',
      'too-many-requests',
      'forbidden',
      'foreign-origin',
      'upgrade-required',
    ],
  },
} as const satisfies Operations;
