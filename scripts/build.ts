/** `npm run build`: the add-in's `dist/addon` that `clasp push` takes, the view's assets, and the Worker's bundle. */
import { buildPart } from './build/all.ts';
import { addonPart, CLASP_BUNDLE, view, worker } from './build/parts.ts';

const workerUrl = process.env.WORKER_URL ?? 'http://127.0.0.1:8787';
const say = (line: string): void => console.log(line);

for (const part of [addonPart(workerUrl, CLASP_BUNDLE), view, worker]) await buildPart(part, say);
console.log(
  `dist/addon talks to ${workerUrl}${process.env.WORKER_URL === undefined ? ' (set WORKER_URL to deploy)' : ''}`,
);
