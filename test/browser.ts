/**
 * Launches the Chromium that comes as an npm package, for the browser tests: a real browser with its own-origin and CORS
 * rules on, without anything of the machine's but a C library.
 */

import { type Browser, chromium } from 'playwright-core';

/**
 * Of the package's own flags these would make a test worth less or the browser unstable: one turns CORS off, one lets
 * insecure content in, and one process for everything breaks workers and closing of pages.
 */
const UNWANTED = [
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--single-process',
  '--no-zygote',
  '--disable-site-isolation-trials',
  '--in-process-gpu',
];

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-dev-shm-usage',
];

export interface LaunchOptions {
  /** More Chromium flags. */
  readonly args?: readonly string[];
}

/** Unpacks the browser where it is not yet: before tests that run side by side, each of which would find the other's half. */
export async function prepareBrowser(): Promise<{
  readonly executablePath: string;
  readonly flags: readonly string[];
}> {
  // The package unpacks the system libraries that it brings only where it believes to be on AWS; read when it is imported.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return { executablePath: await sparticuz.executablePath(), flags: sparticuz.args };
}

/** A running browser; the caller closes it. */
export async function launchBrowser({ args = [] }: LaunchOptions = {}): Promise<Browser> {
  const { executablePath, flags } = await prepareBrowser();
  const own = flags.filter((flag) => !UNWANTED.includes(flag) && !flag.startsWith('--headless'));
  return chromium.launch({ executablePath, args: [...own, ...QUIET, ...args], headless: true });
}
