/** The parts that are built, what each is made from, and how. */
import { spawn } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { buildAddon } from '../../addon/build.ts';
import { assetRules } from '../../worker/edge/security-headers.ts';
import { inRoot } from '../root.ts';
import { type Tool, toolCommand } from '../tool.ts';
import type { Part } from './fresh.ts';

/** The add-in as clasp pushes it: one script, one sidebar, the manifest; the Worker's address is built in. */
export function addonPart(workerUrl: string, outDir: string): Part {
  return {
    name: `script-${basename(outDir)}`,
    sources: [
      'addon/server',
      'addon/sidebar',
      'addon/link',
      'addon/page',
      'addon/build.ts',
      'addon/resolution-plugin.ts',
      'addon/rpc.ts',
      'addon/link-rpc.ts',
      'shared',
    ],
    settings: workerUrl,
    output: join(outDir, 'appsscript.json'),
    build: () => buildAddon({ workerUrl, outDir }),
  };
}

/** The add-in of a desk, for the Worker on a port of this machine: two runs side by side do not disturb each other. */
export function deskBundle(port: number): string {
  return inRoot('dist', 'desk', `worker-${port}`);
}

/** What `clasp push` takes. */
export const CLASP_BUNDLE = inRoot('dist', 'addon');

/** The desk's page around the same add-in. */
export const deskPage: Part = {
  name: 'desk-page',
  sources: ['addon/desk/page', 'addon/desk/server', 'addon/desk/stand-in', 'addon/rpc.ts', 'shared'],
  output: inRoot('dist', 'desk', 'page', 'index.html'),
  build: async () => {
    await vite({ configFile: inRoot('addon/desk/page/vite.config.ts'), logLevel: 'warn' });
  },
};

/** What the view's pages load, one script and one style sheet, the notices, and with what headers the platform serves them. */
export const view: Part = {
  name: 'view',
  sources: [
    'worker/view-client',
    'worker/pages',
    'worker/edge/security-headers.ts',
    'THIRD-PARTY-NOTICES.txt',
    'shared',
  ],
  output: inRoot('dist', 'view', '_headers'),
  build: async () => {
    await esbuild({
      entryPoints: [
        { in: inRoot('worker/view-client/view.css'), out: 'view' },
        { in: inRoot('worker/view-client/main.ts'), out: 'view' },
      ],
      outdir: inRoot('dist/view/assets'),
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2020',
      charset: 'utf8',
      logLevel: 'warning',
    });
    await copyFile(inRoot('THIRD-PARTY-NOTICES.txt'), inRoot('dist/view/third-party.txt'));
    await writeFile(inRoot('dist/view/_headers'), assetRules());
  },
};

/** The Worker as wrangler would upload it. */
export const worker: Part = {
  name: 'worker',
  sources: ['worker', 'shared', 'wrangler.toml'],
  output: inRoot('dist', 'worker', 'index.js'),
  build: () => run('wrangler', ['deploy', '--dry-run', '--outdir', 'dist/worker']),
};

/** Runs a command of the project's own packages, quietly unless it fails. */
export function run(tool: Tool, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const [node, script] = toolCommand(tool);
    const child = spawn(node, [script, ...args], {
      cwd: inRoot(),
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${tool} ${args.join(' ')} ended with ${code}:\n${output}`));
    });
  });
}
