/** Watches folders and calls back once things are quiet, never twice at a time. */
import { watch } from 'node:fs';
import { inRoot } from '../root.ts';

/** An editor that saves writes several times. */
const QUIET_MS = 80;

/** What happens while `work` runs makes it run once more after it. Tests are no source of what runs. */
export function whenChanged(folders: readonly string[], work: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;

  async function run(): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  }

  for (const folder of folders) {
    watch(inRoot(folder), { recursive: true }, (_, name) => {
      if (name !== null && /\.(?:test|test-support)\.tsx?$|~$|\.swp$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void run(), QUIET_MS);
    });
  }
}
