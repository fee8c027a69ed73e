/** The object's one alarm, shared by several jobs: it is set for whichever is due first. */
import { logFailure } from '../log.ts';

export interface Job {
  readonly name: string;
  /** Epoch milliseconds, which may have passed; null where there is nothing to do. */
  due(now: number): number | null;
  run(now: number): void;
}

export interface Alarms {
  /** Sets the alarm for the next job. To be called when what is due may have changed, and whenever the object wakes. */
  arm(now: number): Promise<void>;
  /** Runs what is due, each job whatever becomes of the others, and arms again. */
  ring(now: number): Promise<void>;
}

/** What is still due right after its run, because it failed, waits this long: it must not ring without end. */
const PAUSE_MS = 60_000;

export function alarmsOf(storage: Pick<DurableObjectStorage, 'setAlarm'>, jobs: readonly Job[]): Alarms {
  const set = async (times: readonly number[]): Promise<void> => {
    if (times.length > 0) await storage.setAlarm(Math.min(...times));
  };
  const dues = (now: number) => jobs.flatMap((job) => job.due(now) ?? []);
  return {
    arm: (now) => set(dues(now)),
    ring: async (now) => {
      try {
        for (const job of jobs) {
          const due = job.due(now);
          if (due !== null && due <= now) runAlone(job, now);
        }
      } finally {
        // The platform gives an alarm up after six failures; one that we set ourselves does not end.
        await set(dues(now).map((due) => (due > now ? due : now + PAUSE_MS)));
      }
    },
  };
}

function runAlone(job: Job, now: number): void {
  try {
    job.run(now);
  } catch (cause) {
    logFailure(job.name, cause);
  }
}
