/** `npm start`: builds what is stale, then runs the Worker, the identity stand-in and the desk on this machine until Ctrl-C. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PEOPLE } from '../addon/desk/server/people.ts';
import { startDesk } from '../addon/desk/server/server.ts';
import { buildForDesk } from './build/all.ts';
import { deskBundle } from './build/parts.ts';
import { inRoot } from './root.ts';
import { signedIn } from './run/api.ts';
import { ledgerKey } from './run/ledger-key.ts';
import { type LocalWorker, startWorker } from './run/local-worker.ts';
import { openInBrowser } from './run/open.ts';
import { inviteDemoPeople } from './run/people.ts';
import { requireFreePort } from './run/ports.ts';
import { requireSameDesk } from './run/same-desk.ts';
import { readSettings, type Settings } from './run/settings.ts';
import { FIRST_ADMIN } from './run/workerd.ts';
import { seedOwnBooks } from './sample/own-books.ts';

const say = (line: string): void => console.log(line);

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  await requireFreePort('PORT', settings.port);
  await requireFreePort('DESK_PORT', settings.deskPort);
  await requireSameDesk(settings.dataDir, settings.deskPort);
  const workerOrigin = `http://127.0.0.1:${settings.port}`;
  say('Building what has changed …');
  await buildForDesk(settings.port, say);
  if (settings.sample) await seedOwnBooks(settings.dataDir);
  const desk = await startDesk({
    port: settings.deskPort,
    workerOrigin,
    dataDir: settings.dataDir,
    bundleDir: deskBundle(settings.port),
    pageDir: inRoot('dist/desk/page'),
    log: say,
  });
  const worker = await startWorker(
    { ...settings, issuer: desk.origin, ledgerKey: await ledgerKey(settings.dataDir) },
    say,
  );
  stopOnSignal(async () => {
    await desk.close();
    await worker.close();
  });
  await setUpOnce(settings, worker, desk.origin);
  announce(worker.origin, desk.origin, settings.dataDir);
  if (settings.openBrowser) openInBrowser(desk.origin);
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

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
