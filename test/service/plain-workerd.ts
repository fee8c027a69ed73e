/** workerd itself with a Worker's modules: no development proxy before it, state in a folder, on a loopback port of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuSecondsOf, memoryOf } from './process-use.ts';

export interface PlainWorker {
  /** The main module's source. */
  readonly script: string;
  /** Sources of what it imports, by file name. */
  readonly modules?: Readonly<Record<string, string>>;
  /** The class of its one object, if it has one; bound by the name given. */
  readonly object?: { readonly binding: string; readonly className: string };
  /** Texts, as wrangler's vars and secrets. */
  readonly bindings?: Readonly<Record<string, string>>;
  /** Kept when it stops, where given; else a folder of its own. */
  readonly dataDir?: string;
  /** What it says of objects that end is expected, and not to be seen. */
  readonly quiet?: boolean;
}

export interface PlainWorkerd {
  readonly port: number;
  cpuSeconds(): number;
  memory(): { readonly now: number; readonly peak: number };
  /** `SIGKILL` is the power cord. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Resolves once it listens. */
export async function startPlainWorkerd(worker: PlainWorker): Promise<PlainWorkerd> {
  const folder = mkdtempSync(join(tmpdir(), 'workerd-'));
  const modules = { 'index.js': worker.script, ...worker.modules };
  for (const [name, source] of Object.entries(modules)) writeFileSync(join(folder, name), source);
  writeFileSync(join(folder, 'config.capnp'), configOf(worker, Object.keys(modules), worker.dataDir ?? folder));
  const child = spawn(
    workerdPackage().default,
    ['serve', '--experimental', '--control-fd=3', join(folder, 'config.capnp')],
    {
      stdio: ['ignore', 'ignore', worker.quiet === true ? 'ignore' : 'inherit', 'pipe'],
    },
  );
  // No orphan keeps running when the process that started it ends by a failure.
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const port = await portOf(child);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const pid = child.pid ?? 0;
  return {
    port,
    cpuSeconds: () => cpuSecondsOf(pid),
    memory: () => memoryOf(pid),
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await ended;
      process.off('exit', kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What is measured by name is measured by version. */
export function workerdVersion(): string {
  return workerdPackage().version;
}

/** The one that the project's own tools run. */
function workerdPackage(): { readonly default: string; readonly version: string } {
  const require = createRequire(import.meta.url);
  const wrapper = createRequire(require.resolve('miniflare'));
  return wrapper('workerd');
}

/** workerd says on its control pipe which port it got. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`workerd ended with ${code}`)));
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const port = /"listen","socket":"http","port":(\d+)/.exec(text)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });
}

function configOf({ object, bindings = {} }: PlainWorker, modules: readonly string[], dataDir: string): string {
  const files = modules.map((name) => `(name = ${quoted(name)}, esModule = embed ${quoted(name)})`);
  const texts = Object.entries(bindings).map(([name, text]) => `(name = ${quoted(name)}, text = ${quoted(text)})`);
  const objects =
    object === undefined
      ? ''
      : `durableObjectNamespaces = [(className = ${quoted(object.className)}, uniqueKey = "plain", enableSql = true)],
      durableObjectStorage = (localDisk = "disk"),`;
  const bound =
    object === undefined
      ? texts
      : [...texts, `(name = ${quoted(object.binding)}, durableObjectNamespace = ${quoted(object.className)})`];
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [${files.join(', ')}],
      compatibilityDate = "2026-11-01",
      ${objects}
      bindings = [${bound.join(', ')}],
    )),
    (name = "internet", network = (allow = ["public", "private"])),
    (name = "disk", disk = (path = ${quoted(dataDir)}, writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;
}

/** As Cap'n Proto writes a text: JSON's escapes are among those that it reads. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
