/**
 * UrlFetchApp's way out: the script host in the browser asks this server, which asks the Worker, because Google's
 * servers are no browser and know no CORS. It goes to the Worker's origin only.
 */

import type * as v from 'valibot';
import type { RelayAnswer, RelayRequest } from './wire.ts';

/** UrlFetchApp gives up after 60 s. */
const TIME_LIMIT = 60_000;

/** Headers that the relay's own connection decides, or that a script may not set at Google's either. */
const NOT_RELAYED = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'cookie', 'origin']);

export async function relay(
  request: v.InferOutput<typeof RelayRequest>,
  workerOrigin: string,
  timeLimit = TIME_LIMIT,
): Promise<RelayAnswer> {
  if (!URL.canParse(request.url) || new URL(request.url).origin !== workerOrigin) {
    return { ok: false, reason: 'not-allowed' };
  }
  try {
    return await ask(request, timeLimit);
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return { ok: false, reason: late ? 'timeout' : 'unreachable' };
  }
}

async function ask(request: v.InferOutput<typeof RelayRequest>, timeLimit: number): Promise<RelayAnswer> {
  const bodiless = request.method === 'get' || request.method === 'head';
  const response = await fetch(request.url, {
    method: request.method.toUpperCase(),
    headers: Object.entries(request.headers).filter(([name]) => !NOT_RELAYED.has(name.toLowerCase())),
    body: bodiless ? null : request.payload,
    redirect: 'manual',
    signal: AbortSignal.timeout(timeLimit),
  });
  const body = await response.text();
  return { ok: true, status: response.status, headers: Object.fromEntries(response.headers), body };
}
