/** clasp, called for one deployment's place. */
import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import * as v from 'valibot';
import { toolCommand } from '../tool.ts';
import type { Place } from './place.ts';

export type Called = { readonly ok: true; readonly output: string } | { readonly ok: false; readonly output: string };

/** Runs in the place's folder, where clasp looks for its project file. */
export function clasp(place: Place, args: readonly string[]): Called {
  const [node, script] = toolCommand('clasp');
  const run = spawnSync(node, [script, ...args], { cwd: place.folder, encoding: 'utf8' });
  const output = [run.stdout, run.stderr, run.error?.message].filter(Boolean).join('\n').trim();
  return { ok: run.status === 0, output };
}

const Status = v.object({ filesToPush: v.array(v.string()), untrackedFiles: v.array(v.string()) });
const Account = v.object({ loggedIn: v.boolean() });

/** The names of the files that a push would send, sorted; null where clasp does not say. Needs no network. */
export function filesToPush(place: Place): readonly string[] | null {
  const { ok, output } = clasp(place, ['show-file-status', '--json']);
  const status = ok ? parsed(Status, output) : null;
  return status === null ? null : status.filesToPush.map((file) => basename(file)).sort();
}

export function isSignedIn(place: Place): boolean {
  return parsed(Account, clasp(place, ['show-authorized-user', '--json']).output)?.loggedIn === true;
}

function parsed<T>(schema: v.GenericSchema<unknown, T>, text: string): T | null {
  try {
    const read = v.safeParse(schema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
