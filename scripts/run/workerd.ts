/** The Worker's own bundle in workerd, without a development proxy; its state stays in a folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { inRoot } from '../root.ts';

export interface WorkerOptions {
  readonly port: number;
  /** Where the identity stand-in answers. */
  readonly issuer: string;
  readonly dataDir: string;
  readonly rateBurst: string;
  readonly ratePerSecond: string;
  /** The Ed25519 key of the ledger's checkpoints, PKCS #8 as PEM. */
  readonly ledgerKey: string;
  readonly sample: boolean;
  /** What the pages load; `dist/view` where absent. */
  readonly viewDir?: string;
}

/** The browser sign-in's client at the identity stand-in. */
export const BROWSER_CLIENT = 'commune-view';
export const FIRST_ADMIN = 'admin@demo.test';

/** Resolves once workerd listens on the loopback address. */
export async function runWorkerd(options: WorkerOptions): Promise<Miniflare> {
  const origin = `http://127.0.0.1:${options.port}`;
  const issuers = [{ issuer: options.issuer, browserClientId: BROWSER_CLIENT, name: 'Tài khoản thử trên máy này' }];
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      name: 'commune',
      host: '127.0.0.1',
      port: options.port,
      modules: [
        { type: 'ESModule', path: 'index.js', contents: await readFile(inRoot('dist/worker/index.js'), 'utf8') },
      ],
      compatibilityDate: '2026-11-01',
      compatibilityFlags: ['nodejs_compat'],
      durableObjects: { COMMUNE: { className: 'Commune', useSQLite: true } },
      resourcePersistencePath: join(options.dataDir, 'worker'),
      assets: {
        directory: options.viewDir ?? inRoot('dist/view'),
        binding: 'ASSETS',
        routerConfig: { has_user_worker: true },
      },
      bindings: {
        LOCAL: '1',
        PUBLIC_ORIGIN: origin,
        ISSUERS: JSON.stringify(issuers),
        FIRST_ADMIN,
        SIDEBAR_ORIGINS: options.issuer,
        RATE_BURST: options.rateBurst,
        RATE_PER_SECOND: options.ratePerSecond,
        LEDGER_KEY: options.ledgerKey,
        SAMPLE: options.sample ? '1' : '0',
      },
      // The default looks the request's place up on the network.
      cf: false,
      telemetry: { enabled: false },
      handleStructuredLogs: () => undefined,
    }),
  );
  await miniflare.ready;
  return miniflare;
}
