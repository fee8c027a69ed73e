/** The Worker's tests run inside workerd, with a real SQLite object; the issuers they trust are answered for right here. */
import { generateKeyPairSync } from 'node:crypto';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineProject } from 'vitest/config';
import { createTestIssuer } from './testing/issuer.node.ts';

/** So many inputs of each fuzzing: a few with every change, a million in the long run; from a seed that `TEST_SEED` repeats. */
const isLong = process.env.TEST_LONG === '1';
const FUZZ = {
  requests: process.env.FUZZ_REQUESTS ?? (isLong ? '100000' : '400'),
  decoded: process.env.FUZZ_DECODED ?? (isLong ? '900000' : '5000'),
};
process.env.TEST_SEED ??= String(Math.floor(Math.random() * 0x7fff_ffff));

const issuer = await createTestIssuer();
const ledgerKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();

// biome-ignore lint/style/noDefaultExport: vitest takes a configuration from the default export.
export default defineProject({
  plugins: [
    cloudflareTest({
      main: './index.ts',
      miniflare: {
        // The default looks the request's place up on the network.
        cf: false,
        compatibilityDate: '2026-11-01',
        compatibilityFlags: ['nodejs_compat'],
        durableObjects: { COMMUNE: { className: 'Commune', useSQLite: true } },
        outboundService: issuer.answer,
        bindings: {
          PUBLIC_ORIGIN: 'https://commune.test',
          ISSUERS: JSON.stringify(issuer.configuration),
          FIRST_ADMIN: 'Admin@Demo.test',
          SIDEBAR_ORIGINS: 'https://desk.test',
          RATE_BURST: '60',
          RATE_PER_SECOND: '5',
          RESTORE_MIB: '16',
          LEDGER_KEY: ledgerKey,
          SAMPLE: '1',
          TEST_KEYS: JSON.stringify(issuer.privateKeys),
          FUZZ: JSON.stringify({ ...FUZZ, seed: process.env.TEST_SEED }),
        },
      },
    }),
  ],
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    name: 'worker',
    // They share their isolate, whose start took more time than they, and with it the storage: so one at a time, after all others.
    isolate: false,
    maxWorkers: 1,
    sequence: { groupOrder: 1 },
    include: ['**/*.test.ts'],
    exclude: ['pages/**', 'view-client/**', 'node_modules/**', '**/*.node.test.ts'],
  },
});
