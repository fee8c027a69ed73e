/** The Worker, the identity stand-in and the desk on this machine, from what is built, with their people and sample: `npm start` and `npm run dev`. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PEOPLE } from '../../addon/desk/server/people.ts';
import { startDesk } from '../../addon/desk/server/server.ts';
import { buildForDesk } from '../build/all.ts';
import { deskBundle } from '../build/parts.ts';
import { inRoot } from '../root.ts';
import { seedOwnBooks } from '../sample/own-books.ts';
import { signedIn } from './api.ts';
import { ledgerKey } from './ledger-key.ts';
import { type LocalWorker, startWorker } from './local-worker.ts';
import { inviteDemoPeople } from './people.ts';
import { requireFreePort } from './ports.ts';
import { requireSameDesk } from './same-desk.ts';
import { readSettings, type Settings } from './settings.ts';
import { FIRST_ADMIN } from './workerd.ts';

const say = (line: string): void => console.log(line);

/** Folders of what is built, where they are not the usual ones. */
export interface BuiltFolders {
  readonly viewDir?: string;
  readonly pageDir?: string;
}

export interface LocalRun {
  readonly worker: LocalWorker;
  readonly deskOrigin: string;
}

/** What the environment asks for, with everything built that is stale; nothing is built where there is no place for it to run. */
export async function prepareLocally(): Promise<Settings> {
  const settings = readSettings(process.env);
  await requirePlace(settings);
  say('Building what has changed …');
  await buildForDesk(settings.port, say);
  return settings;
}

/** Throws with a sentence for the person. */
async function requirePlace({ port, deskPort, dataDir }: Settings): Promise<void> {
  await requireFreePort('PORT', port);
  await requireFreePort('DESK_PORT', deskPort);
  await requireSameDesk(dataDir, deskPort);
}

/** Starts all, sets up what a new data folder lacks, says how to get in, and stops in order at Ctrl-C. */
export async function startLocally(settings: Settings, { viewDir, pageDir }: BuiltFolders = {}): Promise<LocalRun> {
  if (settings.sample) await seedOwnBooks(settings.dataDir);
  const desk = await startDesk({
    port: settings.deskPort,
    workerOrigin: `http://127.0.0.1:${settings.port}`,
    dataDir: settings.dataDir,
    bundleDir: deskBundle(settings.port),
    pageDir: pageDir ?? inRoot('dist/desk/page'),
    log: say,
  });
  const worker = await startWorker(
    {
      ...settings,
      issuer: desk.origin,
      ledgerKey: await ledgerKey(settings.dataDir),
      ...(viewDir === undefined ? {} : { viewDir }),
    },
    say,
  );
  stopOnSignal(async () => {
    await desk.close();
    await worker.close();
  });
  await setUpOnce(settings, worker, desk.origin);
  announce(worker.origin, desk.origin, settings.dataDir);
  return { worker, deskOrigin: desk.origin };
}

/** People and sample reports of a new data folder; a folder that has them goes on where it was. */
async function setUpOnce(settings: Settings, worker: LocalWorker, issuer: string): Promise<void> {
  const stamp = join(settings.dataDir, settings.sample ? 'sample-ready' : 'people-ready');
  if (existsSync(stamp)) return;
  say(settings.sample ? 'Preparing the sample (“Số liệu minh họa”) …' : 'Preparing the demo people …');
  await inviteDemoPeople(await signedIn(worker.origin, issuer, FIRST_ADMIN));
  if (settings.sample) await seedSample(settings, worker.origin, issuer);
  await mkdir(settings.dataDir, { recursive: true });
  await writeFile(stamp, new Date().toISOString());
}

/** In a process of its own: the add-in's calls are synchronous there, and this process must go on answering as their issuer. */
function seedSample(settings: Settings, workerOrigin: string, issuer: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [inRoot('scripts/sample/seed.ts'), settings.dataDir, deskBundle(settings.port), workerOrigin, issuer],
      {
        stdio: 'inherit',
      },
    );
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`the sample ended with ${code}`))));
  });
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      say('\nStopping …');
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

function announce(worker: string, desk: string, dataDir: string): void {
  say(`
Ready.
  The desk (spreadsheets with the add-in)  ${desk}
  The commune's view (leaders, reviewers)  ${worker}
  All state is in ${dataDir}; Ctrl-C stops, and the next start goes on from there.
  Sign in as (no password, this machine only):`);
  for (const person of PEOPLE) say(`    ${person.email.padEnd(36)} ${person.name}`);
  say('');
}
