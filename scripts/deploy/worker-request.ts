/** What `npm run deploy:worker` was asked for, checked without the network: every fault with what to do about it. */
import { parseArgs } from 'node:util';
import { WORKER_WORDS } from './words.ts';
import { GOOGLE_CLIENT, isOnWorkersDev, readWorkerSettings, type WorkerSettings } from './worker-settings.ts';

export type AskedWorker =
  | { readonly ok: true; readonly settings: WorkerSettings; readonly checkOnly: boolean }
  /** What is wrong with the request, one line each. */
  | { readonly ok: false; readonly faults: readonly string[] };

/** What stands in `wrangler.toml`; of use where a domain of the office's own does not say it. */
const DEFAULT_NAME = 'chieng-mung-targets';

export function readWorkerRequest(args: readonly string[]): AskedWorker {
  const given = parsed(args);
  if (given === null) return { ok: false, faults: WORKER_WORDS.usage };
  const before = readWorkerSettings();
  const url = given.url ?? before?.url;
  const googleClient = given['google-client'] ?? before?.googleClient;
  const firstAdmin = given['first-admin'] ?? before?.firstAdmin;
  const name = nameOf(url, given.name ?? (given.url === undefined ? before?.name : undefined));
  const faults = [
    ...urlFaults(url),
    ...(googleClient === undefined ? [WORKER_WORDS.missing('--google-client')] : []),
    ...(googleClient !== undefined && !GOOGLE_CLIENT.test(googleClient) ? [WORKER_WORDS.badClient(googleClient)] : []),
    ...(firstAdmin === undefined ? [WORKER_WORDS.missing('--first-admin')] : []),
    ...(firstAdmin !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(firstAdmin)
      ? [WORKER_WORDS.badAdmin(firstAdmin)]
      : []),
    ...nameFaults(url, given.name),
  ];
  if (url === undefined || googleClient === undefined || firstAdmin === undefined || faults.length > 0) {
    return { ok: false, faults: args.length === 0 && before === null ? WORKER_WORDS.usage : faults };
  }
  const settings = { name, url: new URL(url).origin, googleClient, firstAdmin };
  return { ok: true, settings, checkOnly: given.check === true };
}

function parsed(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = {
      url: text,
      'google-client': text,
      'first-admin': text,
      name: text,
      check: { type: 'boolean' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return null;
  }
}

function urlFaults(text: string | undefined): readonly string[] {
  if (text === undefined) return [WORKER_WORDS.missing('--url')];
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:' || url.username !== '') return [WORKER_WORDS.notHttps(text)];
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return [WORKER_WORDS.addressAlone(text, url.origin)];
  return [];
}

/** An address on workers.dev begins with the Worker's name. */
function nameOf(url: string | undefined, given: string | undefined): string {
  return onWorkersDev(url) ?? given ?? DEFAULT_NAME;
}

function onWorkersDev(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url) || !isOnWorkersDev(url)) return null;
  return new URL(url).hostname.split('.')[0] ?? null;
}

function nameFaults(url: string | undefined, given: string | undefined): readonly string[] {
  if (given === undefined) return [];
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(given)) return [WORKER_WORDS.badName(given)];
  const told = onWorkersDev(url);
  return told === null || told === given ? [] : [WORKER_WORDS.otherName(given, told)];
}
