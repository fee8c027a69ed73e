/** The Worker's own bundle in workerd on this machine, without a development proxy; its state stays in a folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Miniflare } from 'miniflare';
import { inRoot } from '../root.ts';

export interface LocalWorkerOptions {
  readonly port: number;
  /** Where the identity stand-in answers. */
  readonly issuer: string;
  readonly dataDir: string;
  readonly rateBurst: string;
  readonly ratePerSecond: string;
  readonly ledgerKey: string;
  readonly sample: boolean;
}

export interface LocalWorker {
  readonly origin: string;
  close(): Promise<void>;
}

/** The browser sign-in's client at the identity stand-in. */
export const BROWSER_CLIENT = 'commune-view';
export const FIRST_ADMIN = 'admin@demo.test';

export async function startWorker(options: LocalWorkerOptions): Promise<LocalWorker> {
  const origin = `http://127.0.0.1:${options.port}`;
  const miniflare = new Miniflare({
    name: 'commune',
    host: '127.0.0.1',
    port: options.port,
    modules: [{ type: 'ESModule', path: 'index.js', contents: await readFile(inRoot('dist/worker/index.js'), 'utf8') }],
    compatibilityDate: '2026-11-01',
    compatibilityFlags: ['nodejs_compat'],
    durableObjects: { COMMUNE: { className: 'Commune', useSQLite: true } },
    durableObjectsPersist: join(options.dataDir, 'worker'),
    assets: { directory: inRoot('dist/view'), binding: 'ASSETS' },
    bindings: {
      LOCAL: '1',
      PUBLIC_ORIGIN: origin,
      ISSUERS: JSON.stringify([
        { issuer: options.issuer, browserClientId: BROWSER_CLIENT, name: 'Người thử tại bàn làm việc' },
      ]),
      FIRST_ADMIN,
      SIDEBAR_ORIGINS: options.issuer,
      RATE_BURST: options.rateBurst,
      RATE_PER_SECOND: options.ratePerSecond,
      LEDGER_KEY: options.ledgerKey,
      SAMPLE: options.sample ? '1' : '0',
    },
    handleStructuredLogs: () => undefined,
  });
  await miniflare.ready;
  return { origin, close: () => miniflare.dispose() };
}
