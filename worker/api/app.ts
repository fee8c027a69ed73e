/** The object's router: finds the route, asks for the right, answers, logs. Every refusal is rendered here. */
import { type Context, Hono } from 'hono';
import { isPeriod } from '../../shared/periods.ts';
import { unitOf } from '../../shared/plan.ts';
import type { Services } from '../commune/services.ts';
import { readCaller } from '../edge/caller.ts';
import { logLine } from '../log.ts';
import { isApi } from '../openapi/operations.ts';
import {
  type ProblemCode,
  problemOf,
  problemResponse,
  type Refusal,
  refusalOf,
  setProblemHeaders,
} from '../problems.ts';
import { type Actor, authenticate, authorise, recheckActor } from './authenticate.ts';
import type { Call } from './call.ts';
import { noRolePage, personOf, problemPage, wantsPage } from './page.tsx';
import { RefusedForm } from './refused-form.ts';
import { type Route, requireDeclared } from './route.ts';
import { ROUTES } from './routes.ts';
import { NOWHERE, wrongMethods } from './unrouted.ts';

export function createApp(
  services: Services,
  routes: readonly Route[] = ROUTES,
): (request: Request) => Promise<Response> {
  const app = new Hono();
  for (const route of routes) {
    requireDeclared(route);
    app.on(route.method, route.path, (context) => serve(services, route, context));
  }
  // After all others: whatever comes so far has a known path and a method that it is not for.
  for (const route of wrongMethods(routes)) app.all(route.path, (context) => serve(services, route, context));
  app.notFound((context) => serve(services, NOWHERE, context));
  return async (request) => app.fetch(request);
}

async function serve(services: Services, route: Route, context: Context): Promise<Response> {
  const call: Call = {
    request: context.req.raw,
    url: new URL(context.req.url),
    services,
    now: Date.now(),
    param: (name) => context.req.param(name) ?? '',
  };
  const seen: Seen = { actor: null };
  const { response, outcome, cause } = await outcomeOf(call, route, seen);
  log(call, route, seen, response.status, outcome, cause);
  return response;
}

interface Outcome {
  readonly response: Response;
  readonly outcome: 'ok' | ProblemCode;
  readonly cause?: unknown;
}

async function outcomeOf(call: Call, route: Route, seen: Seen): Promise<Outcome> {
  try {
    return { response: await answer(call, route, seen), outcome: 'ok' };
  } catch (error) {
    const refusal = refusalOf(error);
    try {
      return { response: await refused(call, route, refusal, seen), outcome: refusal.code, cause: refusal.cause };
    } catch (cause) {
      // Not even the page that says so: a bare answer needs nothing that could fail.
      return { response: problemResponse('internal'), outcome: 'internal', cause };
    }
  }
}

/** Who it turned out to be, for the log, also where the request is then refused. */
interface Seen {
  actor: Actor | null;
}

async function answer(call: Call, route: Route, seen: Seen): Promise<Response> {
  if (route.need === 'anyone') return route.answer(call);
  const { need } = route;
  const caller = readCaller(call.request.headers);
  const actor = authenticate(call, caller);
  seen.actor = actor;
  const ask = (who: Actor) => {
    if (need !== 'signed-in') authorise(who, need, call.param('unit'));
  };
  ask(actor);
  return route.answer({ ...call, actor, recheck: () => ask(recheckActor(call, caller)) });
}

/** For people a page, or the way to sign in; for programs the problem's details. */
async function refused(
  { request, url, services }: Call,
  route: Route,
  refusal: Refusal,
  { actor }: Seen,
): Promise<Response> {
  if (refusal instanceof RefusedForm) return refusal.page();
  const { code, extras } = refusal;
  const isPage = route.page === true || (wantsPage(request) && !isApi(url.pathname));
  if (!isPage) return problemResponse(code, extras);
  // Who came with a wrong account would be sent in circles without a word.
  if (problemOf(code).status === 401 && code !== 'other-account')
    return toSignIn(request, url, services.config.publicOrigin);
  if (code === 'forbidden' && actor?.member === null) return noRolePage(services, personOf(actor));
  const response = await problemPage(services, problemOf(code, extras), actor === null ? null : personOf(actor));
  setProblemHeaders(response.headers, extras);
  return response;
}

/** And back afterwards: to what was asked for, or to the page with the form that was sent. */
function toSignIn(request: Request, url: URL, publicOrigin: string): Response {
  const back = request.method === 'GET' ? url.pathname + url.search : formPage(request, publicOrigin);
  const way = back === null ? '' : `?return=${encodeURIComponent(back)}`;
  return new Response(null, { status: 303, headers: { Location: `/sign-in${way}` } });
}

/** Our own pages name themselves in full to us, and to nobody else. */
function formPage(request: Request, publicOrigin: string): string | null {
  const page = URL.parse(request.headers.get('Referer') ?? '');
  return page?.origin === publicOrigin ? page.pathname + page.search : null;
}

function log(call: Call, route: Route, { actor }: Seen, status: number, outcome: string, cause?: unknown): void {
  const { plan } = call.services;
  const [unit, period] = [call.param('unit'), call.param('period')];
  logLine({
    method: call.request.method,
    route: route.path,
    status,
    outcome,
    member: actor?.member?.id,
    client: actor?.client.kind,
    unit: unitOf(plan, unit) === undefined ? undefined : unit,
    period: isPeriod(period) && plan.periodIndex.has(period) ? period : undefined,
    ms: Date.now() - call.now,
    cause,
  });
}
