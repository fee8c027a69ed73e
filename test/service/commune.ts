/** The built service in workerd alone, with the desk's identity stand-in as its issuer, and people who have their roles. */

import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDesk } from '../../addon/desk/server/server.ts';
import { buildPart } from '../../scripts/build/all.ts';
import { view, worker } from '../../scripts/build/parts.ts';
import { signedIn } from '../../scripts/run/api.ts';
import { inviteDemoPeople } from '../../scripts/run/people.ts';
import { BROWSER_CLIENT, FIRST_ADMIN } from '../../scripts/run/workerd.ts';
import { type PlainWorkerd, startPlainWorkerd } from './plain-workerd.ts';

export interface ServedCommune {
  readonly workerd: () => PlainWorkerd;
  readonly origin: () => string;
  /** A token of the view's client for one of the demo people. */
  token(email: string): Promise<string>;
  /** Stops workerd by the signal, and starts it again on the same folder and another port. */
  restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  close(): Promise<void>;
}

/** @param vars over the usual ones. */
export async function serveCommune(vars: Readonly<Record<string, string>> = {}): Promise<ServedCommune> {
  const quiet = () => undefined;
  await buildPart(view, quiet);
  await buildPart(worker, quiet);
  const dataDir = mkdtempSync(join(tmpdir(), 'commune-'));
  const desk = await startDesk({
    port: 0,
    workerOrigin: 'http://127.0.0.1:1',
    dataDir,
    bundleDir: dataDir,
    pageDir: dataDir,
    log: quiet,
  });
  const ledgerKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const start = () =>
    startPlainWorkerd({
      script: readFileSync(worker.output, 'utf8'),
      object: { binding: 'COMMUNE', className: 'Commune' },
      dataDir,
      bindings: {
        LOCAL: '1',
        PUBLIC_ORIGIN: 'http://127.0.0.1',
        ISSUERS: JSON.stringify([{ issuer: desk.origin, browserClientId: BROWSER_CLIENT }]),
        FIRST_ADMIN,
        RATE_BURST: '1000000000',
        RATE_PER_SECOND: '1000000000',
        LEDGER_KEY: ledgerKey,
        SAMPLE: '1',
        ...vars,
      },
    });
  let workerd = await start();
  const origin = () => `http://127.0.0.1:${workerd.port}`;
  await inviteDemoPeople(await signedIn(origin(), desk.origin, FIRST_ADMIN));
  return {
    workerd: () => workerd,
    origin,
    token: async (email) => {
      const answer = await fetch(`${desk.origin}/token`, { method: 'POST', body: new URLSearchParams({ email }) });
      return ((await answer.json()) as { readonly id_token: string }).id_token;
    },
    restart: async (signal) => {
      await workerd.stop(signal);
      workerd = await start();
    },
    close: async () => {
      await workerd.stop();
      await desk.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
