/**
 * One window writes a workbook. The browser's own locks say which; another window may ask for it, and the one that has it
 * finishes, stores and lets go. One that does not answer (stopped in a debugger, hung) has it taken away.
 */

const PATIENCE = 3000;

export interface WriterLock {
  /** True: this window has the workbook now. */
  tryTake(): Promise<boolean>;
  /** Takes it from the window that has it. */
  takeOver(): Promise<void>;
}

export interface WriterLockOptions {
  readonly book: string;
  /** Another window wants the workbook: store everything; it goes when this resolves. */
  readonly onAsked: () => Promise<void>;
  /** It was taken away. */
  readonly onLost: () => void;
}

export function createWriterLock({ book, onAsked, onLost }: WriterLockOptions): WriterLock {
  const name = `desk:${book}`;
  const channel = new BroadcastChannel(name);
  let release: (() => void) | null = null;

  /** Asks for the lock and, once it is there, keeps it until `release`. */
  function hold(options: LockOptions): Promise<boolean> {
    return new Promise((resolve, reject) => {
      navigator.locks
        .request(name, options, (lock) => {
          resolve(lock !== null);
          return lock === null ? undefined : new Promise<void>((free) => (release = free));
        })
        .catch((error: unknown) => {
          // Held and then stolen, or never had: the caller of a lock that it never had must know.
          if (release !== null) onLost();
          release = null;
          reject(error instanceof Error ? error : new Error(String(error)));
        });
    });
  }

  channel.addEventListener('message', ({ data }) => {
    if (data !== 'wanted' || release === null) return;
    const free = release;
    release = null;
    void onAsked().finally(free);
  });

  return {
    tryTake: () => hold({ ifAvailable: true }),
    async takeOver() {
      channel.postMessage('wanted');
      const handed = await hold({ signal: AbortSignal.timeout(PATIENCE) }).catch(() => false);
      if (!handed) await hold({ steal: true });
    },
  };
}
