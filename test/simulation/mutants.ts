/** The project with a deliberate bug in it: built from a copy of the sources, or from the built Worker's text. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtFiles } from '../../addon/built-addon.test-support.ts';
import { buildPart } from '../../scripts/build/all.ts';
import { worker } from '../../scripts/build/parts.ts';
import { inRoot } from '../../scripts/root.ts';
import { ORIGIN, type Parts } from './simulation.ts';

/** A piece of code, and what the bug makes of it. */
export interface Change {
  readonly from: string;
  readonly to: string;
}

/** In the project, so that packages are found from there; not in the repository. */
function folder(): { readonly path: string; readonly remove: () => void } {
  mkdirSync(inRoot('dist'), { recursive: true });
  const path = mkdtempSync(inRoot('dist', 'mutant-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Throws where the code is not there exactly once: the bug would be none. */
function changed(text: string, { from, to }: Change): string {
  if (text.split(from).length !== 2) throw new Error(`not there once: ${from}`);
  return text.replace(from, () => to);
}

/** The built Worker's path with all the changes made. */
export async function workerWith(
  changes: readonly Change[],
): Promise<{ readonly bundle: string; readonly remove: () => void }> {
  await buildPart(worker, () => {});
  const { path, remove } = folder();
  const bundle = join(path, 'index.js');
  writeFileSync(bundle, changes.reduce(changed, readFileSync(worker.output, 'utf8')));
  return { bundle, remove };
}

/** The add-in's files, built with a change to one of its sources. */
export async function addonWith(source: string, change: Change): Promise<Parts['files']> {
  const { path, remove } = folder();
  try {
    for (const part of ['addon', 'shared', 'tsconfig.base.json'])
      cpSync(inRoot(part), join(path, part), { recursive: true });
    const file = join(path, source);
    writeFileSync(file, changed(readFileSync(file, 'utf8'), change));
    const { buildAddon }: typeof import('../../addon/build.ts') = await import(
      pathToFileURL(join(path, 'addon/build.ts')).href
    );
    return await builtFiles(ORIGIN, buildAddon);
  } finally {
    remove();
  }
}
