/** The stateless half: checks the token, answers preflights, guards headers, and hands everything else to the commune's object. */
import { verifyBearer } from '../auth/verified-tokens.ts';
import { type Config, configOf, type Env } from '../env.ts';
import { logLine } from '../log.ts';
import { servedPlan } from '../plan.ts';
import { type ProblemCode, problemResponse } from '../problems.ts';
import { type Caller, writeCaller } from './caller.ts';
import { addCors, isPreflight, preflightResponse } from './cors.ts';
import { forwarded } from './forward.ts';
import { overPlainHttp } from './plain-http.ts';
import { addSecurityHeaders } from './security-headers.ts';

const RETRY_SECONDS = 5;

/** Answers every request; what goes wrong here, a wrong configuration included, leaves the house as a bare 500. */
export async function handle(request: Request, env: Env): Promise<Response> {
  const startedAt = Date.now();
  try {
    return await serve(request, env, startedAt);
  } catch (cause) {
    log(request, startedAt, 500, 'internal', cause);
    return guarded(problemResponse('internal'), request);
  }
}

async function serve(request: Request, env: Env, startedAt: number): Promise<Response> {
  const config = configOf(env);
  const origin = request.headers.get('Origin');
  if (isPreflight(request)) {
    log(request, startedAt, 204, 'ok');
    return guarded(preflightResponse(origin, config.sidebarOrigins), request);
  }
  const unsafe = overPlainHttp(request, config);
  if (unsafe !== null) {
    log(request, startedAt, unsafe.status, 'https-required');
    return guarded(unsafe, request);
  }
  const response = await answer(request, env, config, startedAt);
  return guarded(response, request, (headers) => addCors(headers, origin, config.sidebarOrigins));
}

/** An upgraded connection's answer must go through untouched. */
function guarded(response: Response, request: Request, addMore: (headers: Headers) => void = () => {}): Response {
  if (response.webSocket !== null) return response;
  const answer = new Response(response.body, response);
  addMore(answer.headers);
  addSecurityHeaders(answer.headers, request.url.startsWith('https:'));
  return answer;
}

async function answer(request: Request, env: Env, config: Config, startedAt: number): Promise<Response> {
  const unavailable = (code: ProblemCode, cause: unknown) => {
    log(request, startedAt, 503, code, cause);
    return problemResponse(code, { retryAfter: RETRY_SECONDS });
  };
  const credential = await credentialOf(request, config);
  if (credential.kind === 'unknowable') return unavailable('keys-unavailable', credential.cause);
  const address = request.headers.get('CF-Connecting-IP') ?? '';
  const caller = writeCaller({ address, credential });
  try {
    // An object stays where its first request placed it, and that may come from Google's servers: near the commune, please.
    const id = env.COMMUNE.idFromName(servedPlan().resolution.id);
    return await env.COMMUNE.get(id, { locationHint: 'apac' }).fetch(await forwarded(request, caller));
  } catch (error) {
    return unavailable('storage-unavailable', error);
  }
}

type Credential = Caller['credential'] | { readonly kind: 'unknowable'; readonly cause: unknown };

async function credentialOf(request: Request, config: Config): Promise<Credential> {
  const authorization = request.headers.get('Authorization');
  if (authorization === null) return { kind: 'none' };
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) return { kind: 'failed', code: 'invalid-token' };
  const verified = await verifyBearer(token, config);
  if (verified.ok) return { kind: 'token', identity: verified.identity };
  return verified.code === 'keys-unavailable'
    ? { kind: 'unknowable', cause: verified.cause }
    : { kind: 'failed', code: verified.code };
}

/** What never comes to the object has its line from here; all else has it from there. */
function log(request: Request, startedAt: number, status: number, outcome: string, cause?: unknown): void {
  logLine({ method: request.method, route: 'edge', status, outcome, ms: Date.now() - startedAt, cause });
}
