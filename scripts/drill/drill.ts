/** A restore for practice: the Worker's own bundle in workerd, in a folder and on ports of its own, and one file. */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { RestoredSchema } from '../../shared/service-wire.ts';
import { ProblemSchema } from '../../shared/wire.ts';
import type { Outcome } from '../outcome.ts';
import { tokenOf } from '../run/api.ts';
import { startIssuer } from '../run/issuer.ts';
import { ledgerKey } from '../run/ledger-key.ts';
import { startWorker } from '../run/local-worker.ts';
import { freePort } from '../run/ports.ts';
import { FIRST_ADMIN } from '../run/workerd.ts';
import { DRILL_WORDS } from './words.ts';

export async function drill(file: string): Promise<Outcome> {
  const dataDir = await mkdtemp(join(tmpdir(), 'drill-'));
  try {
    return await restored(file, dataDir);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function restored(file: string, dataDir: string): Promise<Outcome> {
  const port = await freePort();
  const silent = () => undefined;
  const issuer = await startIssuer(dataDir);
  try {
    const rates = { rateBurst: '120', ratePerSecond: '10' };
    const key = await ledgerKey(dataDir);
    const options = { port, issuer: issuer.origin, dataDir, ...rates, ledgerKey: key, sample: false };
    const worker = await startWorker(options, silent);
    try {
      return await told(file, await send(file, worker.origin, issuer.origin));
    } finally {
      await worker.close();
    }
  } finally {
    await issuer.close();
  }
}

/** As a stream: a backup may be larger than memory should hold. */
async function send(file: string, workerOrigin: string, issuer: string): Promise<Response> {
  const handle = await open(file);
  try {
    return await fetch(`${workerOrigin}/api/restore`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tokenOf(issuer, FIRST_ADMIN)}`,
        'content-type': 'application/x-ndjson',
      },
      body: handle.readableWebStream() as ReadableStream<Uint8Array>,
      duplex: 'half',
    } as RequestInit);
  } finally {
    await handle.close();
  }
}

const Root = v.pipe(v.string(), v.parseJson(), v.object({ root: v.string() }));

async function told(file: string, answer: Response): Promise<Outcome> {
  const body: unknown = await answer.json().catch(() => null);
  const done = v.safeParse(RestoredSchema, body);
  if (!answer.ok || !done.success) {
    const problem = v.safeParse(ProblemSchema, body);
    if (!problem.success) return { code: 2, lines: [DRILL_WORDS.failed(answer.status)] };
    return { code: 1, lines: [DRILL_WORDS.refused(file, problem.output.title, problem.output.detail)] };
  }
  const { counts, root } = done.output;
  const wanted = await rootOf(file);
  if (root !== wanted) return { code: 1, lines: [DRILL_WORDS.otherRoot(root, wanted)] };
  const { ledger = 0, revisions = 0, members = 0 } = counts;
  return {
    code: 0,
    lines: [DRILL_WORDS.whole(file), DRILL_WORDS.holds(ledger, revisions, members), DRILL_WORDS.root(root)],
  };
}

/** What the file's last line says: it is short, and ends the file. */
async function rootOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, 64 * 1024);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return v.parse(Root, buffer.toString('utf8').trimEnd().split('\n').at(-1)).root;
  } finally {
    await handle.close();
  }
}
