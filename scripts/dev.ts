/**
 * `npm run dev`: what `npm start` runs, and on every change of a source what is made of it is built anew, the Worker is started again
 * with it, and the open pages of the desk and the view reload. What does not build is said, and what ran goes on.
 */
import { buildPart, deskParts } from './build/all.ts';
import { DEV_PAGE, DEV_VIEW, publishPage, publishView } from './dev/reloading.ts';
import { whenChanged } from './dev/watch.ts';
import { prepareLocally, startLocally } from './run/local-run.ts';
import { openInBrowser } from './run/open.ts';

const say = (line: string): void => console.log(line);

async function main(): Promise<void> {
  const settings = await prepareLocally();
  let build = Date.now();
  await publishView(build);
  await publishPage(build);
  const { worker, deskOrigin } = await startLocally(settings, { viewDir: DEV_VIEW, pageDir: DEV_PAGE });
  if (settings.openBrowser) openInBrowser(deskOrigin);

  whenChanged(['addon', 'shared', 'worker'], async () => {
    try {
      const built: string[] = [];
      for (const part of deskParts(settings.port)) if (await buildPart(part, say)) built.push(part.name);
      if (built.length === 0) return;
      build = Date.now();
      const ofWorker = ['view', 'worker'];
      if (built.some((name) => ofWorker.includes(name))) {
        await publishView(build);
        await worker.restart();
      }
      if (built.some((name) => !ofWorker.includes(name))) await publishPage(build);
      say(`Reloaded: ${built.join(', ')}.`);
    } catch (error) {
      say(`${error instanceof Error ? error.message : String(error)}\nNot built; what ran before goes on.`);
    }
  });
  say('Watching addon, shared and worker.');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
