/** What of each unit's workbook this machine knows: the script's id, the Worker it calls, and whether clasp would push what was built. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { ADDON_FILES } from '../../addon/build.ts';
import { filesToPush } from '../deploy/clasp.ts';
import { hasScript, type Place, placeOf, readGiven } from '../deploy/place.ts';
import { textOf } from '../outcome.ts';
import { type Finding, missing, note, ok, type Section } from './finding.ts';
import { DOCTOR_WORDS } from './words.ts';

const words = DOCTOR_WORDS.units;

/** `worker` is where the office's Worker is; null while there is none. */
export function unitsSection(units: readonly string[], worker: string | null, isSignedIn: boolean): Section {
  const places = units.map((unit) => placeOf(unit));
  const begun = places.some((place) => readGiven(place) !== null || hasScript(place));
  const account = isSignedIn ? ok(words.signedIn) : (begun ? missing : note)(words.notSignedIn, words.signIn);
  const each = places.map((place) => ofUnit(place, worker));
  return { title: words.title, findings: [account, ...each, ...(begun ? [note(words.audiences)] : [])] };
}

function ofUnit(place: Place, worker: string | null): Finding {
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
  return ok(words.ready(name, given.worker));
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
