/** Builds a part only if something that it is made from has changed: the second start of a day should take seconds. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { inRoot, ROOT } from '../root.ts';

export interface Part {
  readonly name: string;
  /** Folders and files it is made from, from the project's root. */
  readonly sources: readonly string[];
  /** What else it depends on, such as an address built in. */
  readonly settings?: string;
  /** A file that is there once it is built. */
  readonly output: string;
  readonly build: () => Promise<void>;
}

/** Builds the part unless its stamp says that nothing has changed. Answers whether it was built. */
export async function buildIfStale(part: Part): Promise<boolean> {
  const stamp = stampOf(part);
  const wanted = await fingerprint(part);
  if (await isStamped(part, wanted)) return false;
  await rm(stamp, { force: true });
  await part.build();
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, wanted);
  return true;
}

/** Whether what is built is made of what is there now. */
export async function isFresh(part: Part): Promise<boolean> {
  return isStamped(part, await fingerprint(part));
}

async function isStamped(part: Part, wanted: string): Promise<boolean> {
  const stamp = stampOf(part);
  return existsSync(part.output) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted;
}

function stampOf({ name }: Part): string {
  return inRoot('dist', '.stamps', name);
}

async function fingerprint(part: Part): Promise<string> {
  const hash = createHash('sha256').update(part.settings ?? '');
  for (const file of await filesOf([...part.sources, 'package-lock.json'])) {
    hash
      .update(relative(ROOT, file))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex');
}

async function filesOf(sources: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const source of sources) {
    const path = inRoot(source);
    if (!/\.[a-z]+$/.test(source)) {
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      files.push(...entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)));
    } else if (existsSync(path)) files.push(path);
  }
  return files.filter((file) => !/\.test\.tsx?$/.test(file)).sort();
}
