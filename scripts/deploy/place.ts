/**
 * Where what was deployed is kept: `deployments/NAME/` holds clasp's project file, what the technician gave, and the files that
 * are pushed. It belongs to one office, not to the project's history, and holds no secrets.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { deploymentsFolder } from './worker-settings.ts';

/** The name of the editor add-on's place; units' places have their ids. */
export const EDITOR_ADDON = 'editor-addon';

const Given = v.object({ worker: v.string(), workbook: v.nullable(v.string()) });
/** What was given at the first deployment and holds for later ones: the Worker's address, the workbook's id (null: no workbook). */
export type Given = v.InferOutput<typeof Given>;

export interface Place {
  readonly name: string;
  readonly folder: string;
  /** clasp's own project file, with the script's id: there once the script exists at Google. */
  readonly project: string;
  /** The files that are pushed, by the name that clasp wants them under `folder`. */
  readonly bundle: string;
}

/** `base` is another folder than the project's in tests. */
export function placeOf(name: string, base = deploymentsFolder()): Place {
  const folder = join(base, name);
  return { name, folder, project: join(folder, '.clasp.json'), bundle: join(folder, 'bundle') };
}

export function hasScript(place: Place): boolean {
  return existsSync(place.project);
}

/** Null where nothing was deployed from here yet, or its file cannot be read. */
export function readGiven(place: Place): Given | null {
  try {
    const parsed = v.safeParse(Given, JSON.parse(readFileSync(givenFile(place), 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

export function writeGiven(place: Place, given: Given): void {
  mkdirSync(place.folder, { recursive: true });
  writeFileSync(givenFile(place), `${JSON.stringify(given, null, 2)}\n`);
}

function givenFile(place: Place): string {
  return join(place.folder, 'deployment.json');
}
