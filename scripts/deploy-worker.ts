/**
 * `npm run deploy:worker`: deploys the commune's Worker with wrangler, under this office's own settings, which are kept outside of
 * `wrangler.toml` so that an update of the project never meets them. Exit: 0 deployed (or checked), 1 something is to be done first, 2 not asked rightly.
 */
import { spawnSync } from 'node:child_process';
import { buildPart } from './build/all.ts';
import { view } from './build/parts.ts';
import { hasWranglerSignIn } from './deploy/sign-ins.ts';
import { WORKER_WORDS } from './deploy/words.ts';
import { readWorkerRequest } from './deploy/worker-request.ts';
import { deployArguments, type WorkerSettings, writeWorkerSettings } from './deploy/worker-settings.ts';
import { type Outcome, tell } from './outcome.ts';
import { inRoot } from './root.ts';
import { toolCommand } from './tool.ts';

async function run(args: readonly string[]): Promise<Outcome> {
  const asked = readWorkerRequest(args);
  if (!asked.ok) return { code: 2, lines: asked.faults };
  // The assets that wrangler uploads beside the Worker's code.
  await buildPart(view, (line) => console.log(line));
  return asked.checkOnly ? check(asked.settings) : deploy(asked.settings);
}

/** As far as one gets without Cloudflare: wrangler bundles all and reads every setting. */
function check(settings: WorkerSettings): Outcome {
  const dry = wrangler([...deployArguments(settings), '--dry-run'], 'pipe');
  if (dry.status !== 0) return { code: 1, lines: [WORKER_WORDS.notBuilt, dry.stdout, dry.stderr] };
  const todo = hasWranglerSignIn() ? [] : [WORKER_WORDS.signIn];
  return { code: todo.length === 0 ? 0 : 1, lines: [WORKER_WORDS.ready(settings.name, settings.url), ...todo] };
}

/** In the technician's own terminal: wrangler asks for the account where there are several. Where nobody is signed in it would offer a passing account of its own. */
function deploy(settings: WorkerSettings): Outcome {
  if (!hasWranglerSignIn()) return { code: 1, lines: [WORKER_WORDS.signIn] };
  const done = wrangler(deployArguments(settings), 'inherit');
  if (done.status !== 0) return { code: 1, lines: [WORKER_WORDS.failed] };
  writeWorkerSettings(settings);
  return { code: 0, lines: [WORKER_WORDS.deployed(settings.url), ...WORKER_WORDS.secrets(settings.name)] };
}

function wrangler(args: readonly string[], stdio: 'inherit' | 'pipe') {
  const [node, script] = toolCommand('wrangler');
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false' };
  return spawnSync(node, [script, ...args], { cwd: inRoot(), encoding: 'utf8', stdio, env });
}

tell(await run(process.argv.slice(2)));
