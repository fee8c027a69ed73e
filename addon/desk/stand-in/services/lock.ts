/** LockService: a lock is its run's until released or the run ends. A run on its own waits in vain, one among others while they go on. */
import { GOOGLE_SAYS } from '../failures.ts';
import type { Run } from '../run.ts';
import { LockWait } from '../waiting.ts';
import { missing } from './properties.ts';
import { strict } from './strict.ts';

type GService = GoogleAppsScript.Lock.LockService;
type GLock = GoogleAppsScript.Lock.Lock;
type LockKind = 'document' | 'script' | 'user';

export function makeLockService(run: Run): GService {
  return strict<GService>(run, 'LockService', {
    getDocumentLock: () =>
      run.host.ports.lacksService?.('documentLock') ? missing<GLock>() : makeLock(run, 'document', 'document'),
    getScriptLock: () => makeLock(run, 'script', 'script'),
    getUserLock: () => makeLock(run, 'user', `user ${run.identity.effective.email}`),
  });
}

function makeLock(run: Run, kind: LockKind, name: string): GLock {
  const { locks, ports } = run.host;
  const has = (): boolean => locks.get(name) === run.id;
  const free = (): boolean => !locks.has(name) && ports.lockIsHeld?.(kind) !== true;
  const takeNow = (): boolean => {
    if (!free()) return false;
    locks.set(name, run.id);
    run.heldLocks.add(name);
    return true;
  };
  const take = (timeout: number): boolean => {
    if (has() || takeNow()) return true;
    if (run.together && timeout > 0) throw new LockWait(free, run.now() + timeout, (inTime) => inTime && takeNow());
    // A run on its own is synchronous here: who holds the lock cannot let go of it while this one waits.
    run.spend(timeout);
    return false;
  };
  return strict<GLock>(run, 'Lock', {
    hasLock: has,
    tryLock: take,
    waitLock: (timeout) => {
      const required = (taken: unknown): void => {
        if (taken !== true) throw new Error(GOOGLE_SAYS.lockTimeout);
      };
      try {
        required(take(timeout));
      } catch (error) {
        throw error instanceof LockWait ? error.followedBy(required) : error;
      }
    },
    releaseLock: () => {
      if (!has()) return;
      locks.delete(name);
      run.heldLocks.delete(name);
    },
  });
}
