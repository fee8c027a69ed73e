/** What a test may let happen to a service call, in the words that Google has for it. */

export type Failure =
  /** The call throws, as for `after` when it has already had its effect: a time-out says nothing about what was done. */
  | { readonly kind: 'throws'; readonly message: string; readonly after?: boolean }
  /**
   * The run ends before this call, wherever it is: nothing more of it has any effect, and the platform lets go of its locks.
   * Writes to cells that were not flushed are lost, as they may be, unless `unflushed` keeps them.
   */
  | { readonly kind: 'killed'; readonly unflushed?: 'lost' | 'kept' };

export const GOOGLE_SAYS = {
  outOfTime: 'Exceeded maximum execution time',
  sheetsTimeout: (id: string) => `Service Spreadsheets timed out while accessing document with id ${id}.`,
  sheetsError: 'Service error: Spreadsheets',
  serverError: "We're sorry, a server error occurred. Please wait a bit and try again.",
  lockTimeout: 'Lock timeout: another process was holding the lock for too long.',
  tooManyRuns: 'There are too many scripts running simultaneously for this Google user account.',
} as const;
