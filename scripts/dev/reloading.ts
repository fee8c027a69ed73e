/**
 * Copies of what was built whose pages reload by themselves when something was built anew: they ask their own origin for a small
 * file, which every content policy of theirs allows. They lie in `dist/dev`, which nothing deploys.
 */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../root.ts';

export const DEV_VIEW = inRoot('dist', 'dev', 'view');
export const DEV_PAGE = inRoot('dist', 'dev', 'page');
/** Below `assets/`, where both servers serve files without a question. */
export const BUILD_FILE = join('assets', 'dev-build.json');

const ASK_MS = 700;
const RELOADER = `
;(() => {
  let seen;
  const ask = () => fetch('/assets/dev-build.json', { cache: 'no-store' })
    .then((answer) => (answer.ok ? answer.text() : seen))
    .then((build) => { if (seen !== undefined && build !== seen) location.reload(); seen = build; })
    .catch(() => {})
    .finally(() => setTimeout(ask, ${ASK_MS}));
  ask();
})();
`;

/** The view's script with the reloader behind it. */
export async function publishView(build: number): Promise<void> {
  await copied(inRoot('dist', 'view'), DEV_VIEW, build);
  const script = join(DEV_VIEW, 'assets', 'view.js');
  await writeFile(script, (await readFile(script, 'utf8')) + RELOADER);
}

/** The desk's page with the reloader as one more script. */
export async function publishPage(build: number): Promise<void> {
  await copied(inRoot('dist', 'desk', 'page'), DEV_PAGE, build);
  await writeFile(join(DEV_PAGE, 'assets', 'dev-reload.js'), RELOADER);
  const page = join(DEV_PAGE, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('</body>', '<script src="/assets/dev-reload.js"></script></body>'));
}

async function copied(from: string, to: string, build: number): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
  await writeFile(join(to, BUILD_FILE), JSON.stringify({ build }));
}
