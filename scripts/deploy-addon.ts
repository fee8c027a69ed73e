/**
 * `npm run deploy:addon`: pushes the add-in with clasp, as the script of one unit's workbook or as the editor add-on. Everything
 * that can be wrong before is checked before, and said with what to do. Exit: 0 pushed (or checked), 1 something is to be done
 * first, 2 not asked rightly.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { ADDON_FILES, buildAddon } from '../addon/build.ts';
import { clasp, filesToPush, isSignedIn } from './deploy/clasp.ts';
import { EDITOR_ADDON, hasScript, type Place, writeGiven } from './deploy/place.ts';
import { type Request, readRequest } from './deploy/request.ts';
import { ADDON_WORDS } from './deploy/words.ts';
import { type Outcome, tell } from './outcome.ts';

async function run(args: readonly string[]): Promise<Outcome> {
  const asked = readRequest(args);
  if (!asked.ok) return { code: 2, lines: asked.faults };
  const { place, checkOnly } = asked.request;
  mkdirSync(place.folder, { recursive: true });
  return checkOnly ? check(asked.request) : push(asked.request);
}

/** As far as one gets without Google; a script that does not exist yet stands in with an id that nothing is sent to. */
async function check({ place, given }: Request): Promise<Outcome> {
  const fresh = !hasScript(place);
  if (fresh) writeFileSync(place.project, JSON.stringify({ scriptId: 'not-made-yet', rootDir: 'bundle' }));
  try {
    await buildBundle(place, given.worker);
    const wrong = wrongFiles(place);
    if (wrong !== null) return { code: 1, lines: [wrong] };
    const todo = isSignedIn(place) ? [] : [ADDON_WORDS.signIn, ADDON_WORDS.apiSwitch];
    const files = [...ADDON_FILES].sort().join(', ');
    const ready = ADDON_WORDS.ready(place.name, ADDON_FILES.length, given.worker, files);
    return { code: todo.length === 0 ? 0 : 1, lines: [ready, ...todo] };
  } finally {
    if (fresh) rmSync(place.project);
  }
}

async function push({ place, given }: Request): Promise<Outcome> {
  if (!isSignedIn(place)) return { code: 1, lines: [ADDON_WORDS.signIn, ADDON_WORDS.apiSwitch] };
  const silent = await whyWorkerIsSilent(given.worker);
  if (silent !== null) return { code: 1, lines: [silent] };
  if (!hasScript(place)) {
    const made = clasp(place, creation(place, given.workbook));
    if (!made.ok) return { code: 1, lines: [ADDON_WORDS.notMade, made.output, ADDON_WORDS.apiSwitch] };
  }
  writeGiven(place, given);
  await buildBundle(place, given.worker);
  const wrong = wrongFiles(place);
  if (wrong !== null) return { code: 1, lines: [wrong] };
  const pushed = clasp(place, ['push', '--force']);
  if (!pushed.ok) return { code: 1, lines: [ADDON_WORDS.notTaken, pushed.output] };
  return { code: 0, lines: [pushed.output, ...nextSteps(place)] };
}

function creation({ name }: Place, workbook: string | null): readonly string[] {
  const title = `Chỉ tiêu nghị quyết (${name})`;
  // With --type sheets clasp would make a new workbook; a script that is given a parent becomes that workbook's own.
  return [
    'create-script',
    '--title',
    title,
    '--rootDir',
    'bundle',
    ...(workbook === null ? [] : ['--parentId', workbook]),
  ];
}

/** clasp pulls Google's empty files into the folder when it makes a script: they must not be pushed back. */
async function buildBundle(place: Place, worker: string): Promise<void> {
  rmSync(place.bundle, { recursive: true, force: true });
  const kind = place.name === EDITOR_ADDON ? 'editor-addon' : 'bound';
  await buildAddon({ workerUrl: worker, outDir: place.bundle, kind });
}

/** Exactly what was built, nothing that lay about. */
function wrongFiles(place: Place): string | null {
  const files = filesToPush(place);
  if (files === null) return ADDON_WORDS.unreadable(place.project);
  const wanted = [...ADDON_FILES].sort();
  return files.join() === wanted.join() ? null : ADDON_WORDS.wrongFiles(files.join(', '), wanted.join(', '));
}

async function whyWorkerIsSilent(worker: string): Promise<string | null> {
  try {
    const answer = await fetch(`${worker}/healthz`, { signal: AbortSignal.timeout(20_000) });
    if (answer.ok) return null;
    return ADDON_WORDS.status(worker, answer.status);
  } catch {
    return ADDON_WORDS.silent(worker);
  }
}

function nextSteps({ name }: Place): readonly string[] {
  return name === EDITOR_ADDON ? [ADDON_WORDS.nextAddon] : ADDON_WORDS.nextUnit(name);
}

tell(await run(process.argv.slice(2)));
