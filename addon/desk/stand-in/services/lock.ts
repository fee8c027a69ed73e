/** LockService: a lock is its run's until released or the run ends; waiting for another run's passes virtual time and fails. */
import type { Run } from '../run.ts';
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
  const take = (timeout: number): boolean => {
    if (has()) return true;
    if (locks.has(name) || ports.lockIsHeld?.(kind)) {
      // A run is synchronous here: who holds the lock cannot let go of it while this one waits.
      run.spend(timeout);
      return false;
    }
    locks.set(name, run.id);
    run.heldLocks.add(name);
    return true;
  };
  return strict<GLock>(run, 'Lock', {
    hasLock: has,
    tryLock: take,
    waitLock: (timeout) => {
      if (!take(timeout)) throw new Error('Lock timeout: another process was holding the lock for too long.');
    },
    releaseLock: () => {
      if (!has()) return;
      locks.delete(name);
      run.heldLocks.delete(name);
    },
  });
}

/** At its end a run holds nothing any more. */
export function releaseLocks(run: Run): void {
  for (const name of run.heldLocks) run.host.locks.delete(name);
  run.heldLocks.clear();
}
