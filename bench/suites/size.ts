/** How much is sent and loaded, and how long it takes until something answers. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildAddon } from '../../addon/build.ts';
import { buildPart } from '../../scripts/build/all.ts';
import { view, worker } from '../../scripts/build/parts.ts';
import { inRoot } from '../../scripts/root.ts';
import { startEverything } from '../../test/browser/running.ts';
import { serviceFrom } from '../../test/service/commune.ts';
import { type PlainWorker, startPlainWorkerd } from '../../test/service/plain-workerd.ts';
import { type Result, spreadOf } from '../results.ts';
import { EMPTY_WORKER } from '../service/floors.ts';

const STARTS = 15;
/** Google takes no more of a page, and the free plan no larger Worker, compressed. */
const MOST_OF_A_PAGE = 150_000;
const MOST_OF_A_WORKER = 3_000_000;

export async function sizeSuite(): Promise<Result[]> {
  return [...(await sizes()), await coldStart(), ...(await wholeStarts())];
}

async function sizes(): Promise<Result[]> {
  for (const part of [view, worker]) await buildPart(part, () => undefined);
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await buildAddon({ workerUrl: 'https://commune.example', outDir });
    return [
      ...size('the sidebar', join(outDir, 'sidebar.html'), MOST_OF_A_PAGE, null),
      ...size("the add-in's script", join(outDir, 'code.js'), null, null),
      ...size('the dialog for own workbooks', join(outDir, 'link.html'), null, null),
      ...size('the Worker', worker.output, null, MOST_OF_A_WORKER),
      ...size("the pages' script", inRoot('dist/view/assets/view.js'), null, null),
      ...size("the pages' styles", inRoot('dist/view/assets/view.css'), null, null),
    ];
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

function size(name: string, file: string, most: number | null, mostCompressed: number | null): Result[] {
  const bytes = readFileSync(file);
  const measured = (what: string, count: number, goal: number | null): Result => ({
    suite: 'size',
    name: what,
    unit: 'bytes',
    ours: { median: count, p10: count, p90: count },
    peers: [],
    floor: null,
    goal,
    goalIs: 'median at most',
    met: goal === null ? null : count <= goal,
  });
  return [measured(name, bytes.length, most), measured(`${name}, gzip`, gzipSync(bytes).length, mostCompressed)];
}

/** From nothing to the first answer, the object's included; in turns with a Worker that has nothing to load. */
async function coldStart(): Promise<Result> {
  const service = serviceFrom('https://issuer.example');
  const ours: number[] = [];
  const empty: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    ours.push(await firstAnswer(service));
    empty.push(await firstAnswer(EMPTY_WORKER));
  }
  const spread = spreadOf(ours);
  const { median } = spreadOf(empty);
  return {
    suite: 'start',
    name: 'a new process with the Worker to its first answer',
    unit: 'ms',
    ours: spread,
    peers: [],
    floor: { name: 'an empty Worker', median, ratio: spread.median / median },
    goal: null,
    met: null,
  };
}

async function firstAnswer(worker: PlainWorker): Promise<number> {
  const started = performance.now();
  const workerd = await startPlainWorkerd(worker);
  const answer = await fetch(`http://127.0.0.1:${workerd.port}/healthz`);
  await answer.text();
  const milliseconds = performance.now() - started;
  await workerd.stop();
  if (!answer.ok) throw new Error(`a new process answered ${answer.status}`);
  return milliseconds;
}

/** `npm start` to “Ready.”, with everything built: the first time, when the sample is made, and again. */
async function wholeStarts(): Promise<Result[]> {
  const seconds = (started: number) => (performance.now() - started) / 1000;
  const first = performance.now();
  const running = await startEverything();
  try {
    const one = seconds(first);
    const again: number[] = [];
    for (let start = 0; start < 3; start++) {
      await running.stop('SIGINT');
      const started = performance.now();
      await running.start();
      again.push(seconds(started));
    }
    const result = (name: string, times: readonly number[]): Result => ({
      suite: 'start',
      name,
      unit: 's',
      ours: spreadOf(times),
      peers: [],
      floor: null,
      goal: null,
      met: null,
    });
    return [result('npm start to ready, the sample made', [one]), result('npm start to ready, again', again)];
  } finally {
    await running.stop('SIGINT');
    running.remove();
  }
}
