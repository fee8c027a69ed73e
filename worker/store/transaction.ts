/** The one way to a transaction of the object's storage. */

/**
 * Runs work as one transaction: all of it is stored, or, where it throws, nothing. Synchronous by type: the platform takes an async
 * callback without complaint, and then keeps half of it.
 */
export type Transact = <T>(work: () => T extends PromiseLike<unknown> ? never : T) => T;

export function transactionsOf(storage: DurableObjectStorage): Transact {
  return (work) => storage.transactionSync(work);
}
