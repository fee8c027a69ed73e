/** `npm start`: builds what is stale, then runs the Worker, the identity stand-in and the desk on this machine until Ctrl-C. */
import { buildForDesk } from './build/all.ts';
import { requirePlace, startLocally } from './run/local-run.ts';
import { openInBrowser } from './run/open.ts';
import { readSettings } from './run/settings.ts';

const say = (line: string): void => console.log(line);

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  await requirePlace(settings);
  say('Building what has changed …');
  await buildForDesk(settings.port, say);
  const { deskOrigin } = await startLocally(settings);
  if (settings.openBrowser) openInBrowser(deskOrigin);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
