/** Signing in and out in the browser: `/sign-in`, `/sign-in/start`, `/sign-in/callback`, `/sign-out`, `/sign-out-everywhere`. */
import { beginSignIn, finishSignIn, readPending, writePending } from '../auth/code-flow.ts';
import { returnPath } from '../auth/return-path.ts';
import {
  endedSessionCookie,
  endedSignInCookie,
  readSessionCookie,
  readSignInCookie,
  sessionCookie,
  signInCookie,
} from '../auth/session-cookie.ts';
import { sha256 } from '../canonical.ts';
import { SignInPage } from '../pages/sign-in.tsx';
import { Refusal } from '../problems.ts';
import { memberFor } from './authenticate.ts';
import type { ActorCall, Call } from './call.ts';
import { page, wantsPage } from './page.tsx';
import { seeOther } from './see-other.ts';

const RETRY_SECONDS = 5;
const NOTICES = ['ended', 'failed', 'signed-out'] as const;

export function getSignIn({ url, request, services, now }: Call): Response | Promise<Response> {
  const returnTo = returnPath(url.searchParams.get('return'), services.config.publicOrigin);
  const secret = readSessionCookie(request.headers);
  const session = secret === null ? undefined : services.sessions.find(secret, now);
  // A session that is good for nothing must not keep its person from signing in as somebody else.
  if (session !== undefined && memberFor(services, session.person, now) !== 'other-account') return seeOther(returnTo);
  const notice = NOTICES.find((each) => each === url.searchParams.get('notice'));
  return page(
    services,
    <SignInPage
      commune={services.plan.resolution.commune}
      sample={services.config.sample}
      startPath={`/sign-in/start?return=${encodeURIComponent(returnTo)}`}
      {...(notice === undefined ? {} : { notice })}
    />,
  );
}

/** Sends the browser to the issuer: the first configured one, or the one that the query names. */
export async function startSignIn({ url, services }: Call): Promise<Response> {
  const { config } = services;
  const named = url.searchParams.get('issuer');
  const issuer = config.issuers.find((each) => named === null || each.issuer === named);
  if (issuer === undefined) throw new Refusal('not-found');
  const returnTo = returnPath(url.searchParams.get('return'), config.publicOrigin);
  const begun = await beginSignIn(issuer, returnTo, config).catch((cause: unknown) => {
    throw new Refusal('keys-unavailable', { retryAfter: RETRY_SECONDS }, cause);
  });
  return seeOther(begun.address, [signInCookie(writePending(begun.pending))]);
}

export async function finishSignInRoute({ url, request, services }: Call): Promise<Response> {
  const pending = readPending(readSignInCookie(request.headers));
  if (pending === null) throw new Refusal('sign-in-failed');
  const result = await finishSignIn(url, pending, services.config);
  if (!result.ok) {
    const unavailable = result.why === 'unavailable';
    throw unavailable
      ? new Refusal('keys-unavailable', { retryAfter: RETRY_SECONDS }, result.cause)
      : new Refusal('sign-in-failed', {}, result.cause);
  }
  // The time after the issuer's answer counts, not the one at which the request came.
  const now = Date.now();
  const before = readSessionCookie(request.headers);
  if (before !== null) services.sessions.end(sha256(before));
  services.sessions.purge(now);
  services.live.sweep(now);
  if (memberFor(services, result.person, now) === 'other-account') throw new Refusal('other-account');
  const secret = services.sessions.open(result.person, now);
  return seeOther(returnPath(pending.returnTo, services.config.publicOrigin), [
    sessionCookie(secret),
    endedSignInCookie(),
  ]);
}

export function signOut({ actor, services, request, now }: ActorCall): Response {
  if (actor.session !== null) services.sessions.end(actor.session);
  services.live.sweep(now);
  return signedOut(request);
}

export function signOutEverywhere({ actor, services, request, now }: ActorCall): Response {
  services.sessions.endAllOf(actor.person);
  services.live.sweep(now);
  return signedOut(request);
}

/** What the browser keeps of us goes too, so that "back" on a machine that many use shows nobody's figures. */
function signedOut(request: Request): Response {
  const headers = new Headers({ 'Clear-Site-Data': '"cache", "storage"' });
  headers.append('Set-Cookie', endedSessionCookie());
  if (!wantsPage(request)) return new Response(null, { status: 204, headers });
  headers.set('Location', '/sign-in?notice=signed-out');
  return new Response(null, { status: 303, headers });
}
