/** Reports: sending, reading, history, and the reviewer's word on them. */
import { json, type Operations } from '../operation.ts';

export const REPORT_OPERATIONS = {
  'PUT /api/reports/:unit/:period': {
    id: 'putReport',
    tag: 'reports',
    summary: 'Store a unit’s whole report for a period as a new revision',
    description:
      'Ids that are absent count as null. Content, state and sheet of the current revision are answered with its receipt again (`replayed`), ' +
      'whatever the precondition says, so that a retry after a lost answer does no harm; likewise the newest revision that was sent, with `current` ' +
      'for what became of it. The first sheet that reports for a unit is bound to it. A receipt means that the revision is durably stored.',
    precondition: 'required',
    body: { schema: 'PutReport' },
    answers: {
      200: json('Receipt', 'Stored as a further revision, or a replay of one that is.', ['ETag']),
      201: json('Receipt', 'Stored as the first revision.', ['ETag']),
    },
    problems: [
      'unknown-unit',
      'unknown-period',
      'precondition-required',
      'locked',
      'sheet-mismatch',
      'accepted',
      'not-in-person',
      'precondition-failed',
      'findings',
    ],
  },
  'GET /api/reports/:unit/:period': {
    id: 'getReport',
    tag: 'reports',
    summary: 'A unit’s current report of a period',
    description: 'With its findings as of now: rules that look at other periods look at their current reports.',
    answers: { 200: json('Report', 'The current revision.', ['ETag']) },
    problems: ['unknown-unit', 'unknown-period', 'no-report'],
  },
  'GET /api/reports/:unit/:period/history': {
    id: 'getHistory',
    tag: 'reports',
    summary: 'The revisions of a report and what each changed, newest first',
    description: '`next` is the `before` of the page that follows, null on the last one.',
    query: ['limit', 'before'],
    answers: { 200: json('History', 'A page of revisions.') },
    problems: ['unknown-unit', 'unknown-period', 'no-report', 'bad-request'],
  },
  'POST /api/reports/:unit/:period/return': {
    id: 'returnReport',
    tag: 'review',
    summary: 'Send a submitted or accepted report back, with a reason',
    description:
      'Makes a new revision with the same values. A precondition is not asked for, and honoured where it is there.',
    precondition: 'optional',
    body: { schema: 'Reason' },
    answers: { 200: json('Receipt', 'Returned.', ['ETag']) },
    problems: [
      'reason-missing',
      'unknown-unit',
      'unknown-period',
      'no-report',
      'locked',
      'not-submitted',
      'precondition-failed',
    ],
  },
  'POST /api/reports/:unit/:period/accept': {
    id: 'acceptReport',
    tag: 'review',
    summary: 'Accept a submitted report',
    description:
      'Makes a new revision with the same values. A precondition is not asked for, and honoured where it is there.',
    precondition: 'optional',
    body: { schema: 'Accept', optional: true },
    answers: { 200: json('Receipt', 'Accepted.', ['ETag']) },
    problems: ['unknown-unit', 'unknown-period', 'no-report', 'locked', 'not-submitted', 'precondition-failed'],
  },
  'POST /api/periods/:period/lock': {
    id: 'lockPeriod',
    tag: 'review',
    summary: 'Lock a period: no report, return or acceptance any more',
    description: 'A period that is locked already stays as it was.',
    body: { schema: 'LockBody', optional: true },
    answers: { 200: json('Lock', 'Locked.') },
    problems: ['unknown-period'],
  },
  'POST /api/periods/:period/unlock': {
    id: 'unlockPeriod',
    tag: 'review',
    summary: 'Unlock a period, with a reason',
    description: 'A period that is not locked stays as it was.',
    body: { schema: 'Reason' },
    answers: { 200: json('Lock', 'Not locked.') },
    problems: ['reason-missing', 'unknown-period'],
  },
} as const satisfies Operations;
