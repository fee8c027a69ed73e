/** `npm start`: builds what is stale, then runs the Worker, the identity stand-in and the desk on this machine until Ctrl-C. */
import { prepareLocally, startLocally } from './run/local-run.ts';
import { openInBrowser } from './run/open.ts';

async function main(): Promise<void> {
  const settings = await prepareLocally();
  const { deskOrigin } = await startLocally(settings);
  if (settings.openBrowser) openInBrowser(deskOrigin);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
