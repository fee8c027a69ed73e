/** What of each unit's workbook this machine knows: the script's id, the Worker it calls, and whether clasp would push what was built. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { ADDON_FILES, buildAddon } from '../../addon/build.ts';
import { filesToPush } from '../deploy/clasp.ts';
import { hasScript, type Place, placeOf, readGiven } from '../deploy/place.ts';
import { textOf } from '../outcome.ts';
import { type Finding, missing, note, ok, type Section } from './finding.ts';
import { DOCTOR_WORDS } from './words.ts';

const words = DOCTOR_WORDS.units;

/** `worker` is where the office's Worker is; null while there is none. */
export async function unitsSection(
  units: readonly string[],
  worker: string | null,
  isSignedIn: boolean,
): Promise<Section> {
  const places = units.map((unit) => placeOf(unit));
  const begun = places.some((place) => readGiven(place) !== null || hasScript(place));
  const account = isSignedIn ? ok(words.signedIn) : (begun ? missing : note)(words.notSignedIn, words.signIn);
  const each: Finding[] = [];
  for (const place of places) each.push(await ofUnit(place, worker));
  return { title: words.title, findings: [account, ...each, ...(begun ? [note(words.audiences)] : [])] };
}

async function ofUnit(place: Place, worker: string | null): Promise<Finding> {
  const { name, folder, project, bundle } = place;
  const given = readGiven(place);
  if (given === null && !hasScript(place))
    return note(words.none(name), words.noneNext(name, worker ?? 'https://ĐỊA-CHỈ'));
  if (!hasScript(place)) return missing(words.noScript(name), words.again(name));
  if (!hasScriptId(project) || given === null) {
    return missing(words.badProject(name, project), words.badProjectNext(name, folder));
  }
  if (worker !== null && given.worker !== worker) {
    return missing(words.otherWorker(name, given.worker, worker), words.otherWorkerNext(name, worker));
  }
  if (!ADDON_FILES.every((file) => existsSync(join(bundle, file))))
    return missing(words.notBuilt(name), words.again(name));
  if (!callsOnly(bundle, given.worker)) return missing(words.notListed(name, given.worker), words.again(name));
  const files = filesToPush(place);
  if (files?.join() !== [...ADDON_FILES].sort().join()) return missing(words.wrongFiles(name), words.again(name));
  return (await isOfToday(bundle, given.worker))
    ? ok(words.ready(name, given.worker))
    : note(words.older(name, given.worker), words.again(name));
}

/** Whether a build of the sources as they are now would be the script that was pushed. */
async function isOfToday(bundle: string, workerUrl: string): Promise<boolean> {
  const outDir = mkdtempSync(join(tmpdir(), 'doctor-'));
  try {
    await buildAddon({ workerUrl, outDir });
    return ADDON_FILES.every((file) => textOf(join(outDir, file)) === textOf(join(bundle, file)));
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

const Project = v.object({ scriptId: v.pipe(v.string(), v.regex(/^[\w-]{20,}$/)) });
const Manifest = v.object({ urlFetchWhitelist: v.array(v.string()) });

function hasScriptId(project: string): boolean {
  return v.is(Project, jsonOf(project));
}

/** The address is built into the script, and is the one host that the manifest lets it call. */
function callsOnly(bundle: string, worker: string): boolean {
  const manifest = v.safeParse(Manifest, jsonOf(join(bundle, 'appsscript.json')));
  const isListed = manifest.success && manifest.output.urlFetchWhitelist.join() === `${worker}/`;
  return isListed && readFileSync(join(bundle, 'code.js'), 'utf8').includes(JSON.stringify(worker));
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(textOf(file) ?? '');
  } catch {
    return null;
  }
}
