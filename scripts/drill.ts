/**
 * `npm run drill -- BACKUP`: restores a backup into an empty commune on this machine, which is thrown away afterwards, and says whether
 * it came back whole. Nothing leaves the machine. Exit: 0 it can be restored, 1 it cannot, 2 it could not be tried.
 */
import { existsSync } from 'node:fs';
import { buildPart } from './build/all.ts';
import { view, worker } from './build/parts.ts';
import { drill } from './drill/drill.ts';
import { DRILL_WORDS } from './drill/words.ts';
import { type Outcome, tell } from './outcome.ts';

async function run([file, ...others]: readonly string[]): Promise<Outcome> {
  if (file === undefined || others.length > 0) return { code: 2, lines: [DRILL_WORDS.usage] };
  if (!existsSync(file)) return { code: 2, lines: [DRILL_WORDS.unreadable(file)] };
  for (const part of [view, worker]) await buildPart(part, (line) => console.log(line));
  return drill(file);
}

tell(await run(process.argv.slice(2)));
