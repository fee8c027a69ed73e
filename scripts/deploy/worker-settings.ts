/** What one office's Worker is deployed with, beside `wrangler.toml`: kept in `deployments/worker.json`, no secrets in it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { inRoot } from '../root.ts';

/** As its discovery document names itself, and as it stands in tokens: with and without `https://`. */
export const GOOGLE = 'https://accounts.google.com';
export const GOOGLE_CLIENT = /^\d+-[a-z0-9]+\.apps\.googleusercontent\.com$/;

const Settings = v.object({
  /** The Worker's name at Cloudflare. */
  name: v.string(),
  /** The origin that people open. */
  url: v.string(),
  /** The client of the browser sign-in. */
  googleClient: v.string(),
  firstAdmin: v.string(),
});
export type WorkerSettings = v.InferOutput<typeof Settings>;

/** `deployments/`, or another folder in tests. */
export function deploymentsFolder(): string {
  return process.env.DEPLOYMENTS ?? inRoot('deployments');
}

export function settingsFile(): string {
  return join(deploymentsFolder(), 'worker.json');
}

/** Null where nothing was deployed from here yet, or the file cannot be read. */
export function readWorkerSettings(): WorkerSettings | null {
  try {
    const read = v.safeParse(Settings, JSON.parse(readFileSync(settingsFile(), 'utf8')));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

export function writeWorkerSettings(settings: WorkerSettings): void {
  mkdirSync(dirname(settingsFile()), { recursive: true });
  writeFileSync(settingsFile(), `${JSON.stringify(settings, null, 2)}\n`);
}

/** The vars that are one office's own; all others stand in `wrangler.toml`. */
export function varsOf({ url, googleClient, firstAdmin }: WorkerSettings): Readonly<Record<string, string>> {
  const google = { issuer: GOOGLE, aliases: ['accounts.google.com'], browserClientId: googleClient, name: 'Google' };
  return { PUBLIC_ORIGIN: url, ISSUERS: JSON.stringify([google]), FIRST_ADMIN: firstAdmin };
}

/** What wrangler is told: the project's own configuration, with this office's words over it. */
export function deployArguments(settings: WorkerSettings): readonly string[] {
  const host = new URL(settings.url).host;
  return [
    'deploy',
    '--name',
    settings.name,
    ...(isOnWorkersDev(settings.url) ? [] : ['--domain', host]),
    ...Object.entries(varsOf(settings)).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
  ];
}

export function isOnWorkersDev(url: string): boolean {
  return new URL(url).hostname.endsWith('.workers.dev');
}
