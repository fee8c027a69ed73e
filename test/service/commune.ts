/** The built service in workerd alone, with the desk's identity stand-in as its issuer, and people who have their roles. */

import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPart } from '../../scripts/build/all.ts';
import { view, worker } from '../../scripts/build/parts.ts';
import { signedIn, tokenOf } from '../../scripts/run/api.ts';
import { startIssuer } from '../../scripts/run/issuer.ts';
import { inviteDemoPeople } from '../../scripts/run/people.ts';
import { BROWSER_CLIENT, FIRST_ADMIN } from '../../scripts/run/workerd.ts';
import { type PlainWorker, type PlainWorkerd, startPlainWorkerd } from './plain-workerd.ts';

export interface ServedCommune {
  readonly issuer: string;
  readonly workerd: () => PlainWorkerd;
  readonly origin: () => string;
  /** A token of the view's client for one of the demo people. */
  token(email: string): Promise<string>;
  /** Stops workerd by the signal, and starts it again on the same folder and another port. */
  restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Does something with the folder of what is stored while workerd is stopped. */
  offline(work: (dataDir: string) => void): Promise<void>;
  close(): Promise<void>;
}

export interface CommuneOptions {
  /** Over the usual ones. */
  readonly vars?: Readonly<Record<string, string>>;
  /** False: only the first admin may do anything, and the ledger is empty. */
  readonly people?: boolean;
  /** Another commune's issuer, whose people are then the same; it has to be closed later than this one. */
  readonly issuer?: string;
  /** A module in front of the built one, which is `service.js` to it. */
  readonly wrapper?: string;
}

export async function serveCommune({
  vars = {},
  people = true,
  issuer,
  wrapper,
}: CommuneOptions = {}): Promise<ServedCommune> {
  // The Worker is built with what its pages load beside it.
  for (const part of [view, worker]) await buildPart(part, () => undefined);
  const dataDir = mkdtempSync(join(tmpdir(), 'commune-'));
  const desk = issuer === undefined ? await startIssuer(dataDir) : null;
  const issuerOrigin = issuer ?? desk?.origin ?? '';
  const service = serviceFrom(issuerOrigin, vars);
  const built = {
    ...service,
    ...(wrapper === undefined ? {} : { script: wrapper, modules: { 'service.js': service.script } }),
  };
  const start = () => startPlainWorkerd({ ...built, dataDir });
  let workerd = await start();
  const origin = () => `http://127.0.0.1:${workerd.port}`;
  if (people) await inviteDemoPeople(await signedIn(origin(), issuerOrigin, FIRST_ADMIN));
  return {
    issuer: issuerOrigin,
    workerd: () => workerd,
    origin,
    token: (email) => tokenOf(issuerOrigin, email),
    restart: async (signal) => {
      await workerd.stop(signal);
      workerd = await start();
    },
    offline: async (work) => {
      await workerd.stop();
      work(dataDir);
      workerd = await start();
    },
    close: async () => {
      await workerd.stop();
      await desk?.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The built Worker as it is served here. @param vars over the usual ones. */
export function serviceFrom(issuer: string, vars: Readonly<Record<string, string>> = {}): PlainWorker {
  const ledgerKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return {
    script: readFileSync(worker.output, 'utf8'),
    object: { binding: 'COMMUNE', className: 'Commune' },
    bindings: {
      LOCAL: '1',
      PUBLIC_ORIGIN: 'http://127.0.0.1',
      ISSUERS: JSON.stringify([{ issuer, browserClientId: BROWSER_CLIENT }]),
      FIRST_ADMIN,
      RATE_BURST: '1000000000',
      RATE_PER_SECOND: '1000000000',
      LEDGER_KEY: ledgerKey,
      SAMPLE: '1',
      ...vars,
    },
  };
}
