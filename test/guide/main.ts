/**
 * `npm run docs:pictures`: walks the guide's first tasks at a desk of its own, with sample data, and takes the documents' pictures on the
 * way, so that they are never old; fails where the guide's words are no longer there. An argument names another folder for them.
 */
import { mkdirSync } from 'node:fs';
import { inRoot } from '../../scripts/root.ts';
import { endEverything, startEverything } from '../browser/running.ts';
import { launchBrowser } from '../browser.ts';
import { cameraInto } from './camera.ts';
import { walkTheGuide } from './first-tasks.ts';

/** Beside a running `npm start` and beside the browser tests. */
const PORT = Number(process.env.PORT ?? 8967);

const folder = process.argv[2] ?? inRoot('docs/pictures');
mkdirSync(folder, { recursive: true });
const running = await startEverything({}, PORT);
const browser = await launchBrowser();
try {
  await walkTheGuide(browser, running, cameraInto(folder));
} finally {
  await endEverything(browser, running);
}
