/** A revision for what is computed from current reports: a draft at number 1, but for what is said of it. */
import type { Revision } from '../store/revision.ts';

export function revisionOf(said: Pick<Revision, 'unit' | 'period' | 'values'> & Partial<Revision>): Revision {
  return {
    revision: 1,
    state: 'draft',
    sheet: 'sheet',
    reasons: {},
    contentHash: '',
    at: '2027-01-05T02:00:00.000Z',
    by: 'reporter@demo.test',
    reason: null,
    ledgerIndex: 1,
    ...said,
  };
}
