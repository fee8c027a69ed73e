/** Members, units and the workbooks that speak for them. */
import { json, NOTHING, type Operations } from '../operation.ts';

export const ADMINISTRATION_OPERATIONS = {
  'GET /api/members': {
    id: 'getMembers',
    tag: 'administration',
    summary: 'Everybody who has a role',
    description: 'By the e-mail address that each was invited by.',
    answers: { 200: json('Members', 'The members.') },
  },
  'PUT /api/members/:email': {
    id: 'putMember',
    tag: 'administration',
    summary: 'Invite a member, or change one’s role, units or name',
    description:
      'Bound at first sight to the issuer’s subject, so that somebody who later gets the same address is not the same person. The last admin stays one.',
    body: { schema: 'PutMember' },
    answers: { 200: json('Member', 'The member as it is now.') },
    problems: ['bad-request', 'unknown-unit', 'last-admin'],
  },
  'DELETE /api/members/:email': {
    id: 'deleteMember',
    tag: 'administration',
    summary: 'Remove a member',
    description: 'Sessions and live connections end with it. The last admin cannot go.',
    answers: { 204: NOTHING },
    problems: ['bad-request', 'unknown-member', 'last-admin'],
  },
  'GET /api/units': {
    id: 'getUnits',
    tag: 'administration',
    summary: 'The reporting units and their workbooks',
    description: '`sheet` and `boundAt` are null for a unit that has not reported since its last release.',
    answers: { 200: json('Units', 'The units, in the resolution’s order.') },
  },
  'DELETE /api/units/:unit/sheet': {
    id: 'releaseSheet',
    tag: 'administration',
    summary: 'Release the workbook that a unit is bound to',
    description: 'The next one that reports is bound instead.',
    answers: { 204: NOTHING },
    problems: ['unknown-unit'],
  },
  'GET /api/audiences': {
    id: 'getAudiences',
    tag: 'administration',
    summary: 'Which workbook’s script is which unit’s',
    description:
      'Tokens with one of these audiences carry no more than that unit’s reporter may, and what their person may read.',
    answers: { 200: json('Audiences', 'The registered audiences.') },
  },
  'PUT /api/audiences/:audience': {
    id: 'putAudience',
    tag: 'administration',
    summary: 'Register a workbook’s script for a unit',
    description: 'The browser sign-in’s own client can never be one.',
    body: { schema: 'PutAudience' },
    answers: { 200: json('Audience', 'The audience as it is now.') },
    problems: ['bad-request', 'unknown-unit'],
  },
  'DELETE /api/audiences/:audience': {
    id: 'deleteAudience',
    tag: 'administration',
    summary: 'Forget a workbook’s script',
    description: 'Its tokens count no more, and its live connections end.',
    answers: { 204: NOTHING },
    problems: ['bad-request', 'unknown-audience-id'],
  },
} as const satisfies Operations;
