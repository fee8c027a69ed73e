/** The stateless half: checks the token, answers preflights, guards headers, and hands everything else to the commune's object. */
import { verifyToken } from '../auth/tokens.ts';
import { type Config, configOf, type Env } from '../env.ts';
import { logLine } from '../log.ts';
import { servedPlan } from '../plan.ts';
import { type ProblemCode, problemResponse } from '../problems.ts';
import { CALLER_HEADER, type Caller, writeCaller } from './caller.ts';
import { addCors, isPreflight, preflightResponse } from './cors.ts';
import { forwarded } from './forward.ts';
import { addSecurityHeaders } from './security-headers.ts';

const RETRY_SECONDS = 5;

/** Answers every request; what goes wrong here, a wrong configuration included, leaves the house as a bare 500. */
export async function handle(request: Request, env: Env): Promise<Response> {
  try {
    return await serve(request, env);
  } catch (cause) {
    logLine({ method: request.method, route: 'edge', status: 500, outcome: 'internal', cause });
    return problemResponse('internal');
  }
}

async function serve(request: Request, env: Env): Promise<Response> {
  const config = configOf(env);
  const origin = request.headers.get('Origin');
  if (isPreflight(request)) return preflightResponse(origin, config.sidebarOrigins);
  const response = await answer(request, env, config);
  // An upgraded connection's answer must go through untouched.
  if (response.webSocket !== null) return response;
  const headers = new Headers(response.headers);
  addCors(headers, origin, config.sidebarOrigins);
  addSecurityHeaders(headers, config.publicOrigin);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

async function answer(request: Request, env: Env, config: Config): Promise<Response> {
  const credential = await credentialOf(request, config);
  if (credential === 'keys-unavailable') return unavailable(request, 'keys-unavailable');
  const headers = new Headers(request.headers);
  headers.delete(CALLER_HEADER);
  headers.delete('Authorization');
  const address = request.headers.get('CF-Connecting-IP') ?? '';
  headers.set(CALLER_HEADER, writeCaller({ address, credential }));
  try {
    // An object stays where its first request placed it, and that may come from Google's servers: near the commune, please.
    const id = env.COMMUNE.idFromName(servedPlan().resolution.id);
    return await env.COMMUNE.get(id, { locationHint: 'apac' }).fetch(await forwarded(request, headers));
  } catch (error) {
    return unavailable(request, 'storage-unavailable', error);
  }
}

async function credentialOf(request: Request, config: Config): Promise<Caller['credential'] | 'keys-unavailable'> {
  const authorization = request.headers.get('Authorization');
  if (authorization === null) return { kind: 'none' };
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) return { kind: 'failed', code: 'invalid-token' };
  const verified = await verifyToken(token, config);
  if (verified.ok) return { kind: 'token', identity: verified.identity };
  return verified.code === 'keys-unavailable' ? verified.code : { kind: 'failed', code: verified.code };
}

function unavailable(request: Request, code: ProblemCode, cause?: unknown): Response {
  logLine({ method: request.method, route: 'edge', status: 503, outcome: code, cause });
  return problemResponse(code, { retryAfter: RETRY_SECONDS });
}
