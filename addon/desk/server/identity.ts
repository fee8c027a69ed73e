/**
 * The desk's stand-in for the identity provider: a real OpenID Connect issuer (authorization code with PKCE) on the
 * loopback address, whose people sign in with one click. Never part of anything that is deployed.
 */

import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider, { type Configuration, errors, type KoaContextWithOIDC } from 'oidc-provider';
import { Problem, readBody, requireOwnOrigin, sendHtml } from './http.ts';
import { type IdentityKeys, loadIdentityKeys } from './keys.ts';
import { createMemoryAdapter } from './memory-adapter.ts';
import { findPerson, findPersonBySubject, subjectOf } from './people.ts';
import { expiredPage, refusedPage, signInPage } from './sign-in-page.ts';
import { createTokenIssuer, handleToken, type IssueToken, VIEW_CLIENT } from './token-endpoint.ts';

const SIGN_IN = '/oidc/sign-in/';
const SESSION_COOKIE = 'desk_oidc_session';

export interface IdentityOptions {
  /** Issuer and origin, `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** Origin of the commune's view, whose `/sign-in/callback` is the only redirect. */
  readonly workerOrigin: string;
  readonly dataDir: string;
}

export interface Identity {
  /** Answers the request if it is one of the issuer's; false: it is not. */
  handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean>;
  readonly issueToken: IssueToken;
}

export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const keys = await loadIdentityKeys(options.dataDir);
  const provider = new Provider(options.origin, configuration(options, keys));
  const issueToken = await createTokenIssuer(options.origin, keys);
  const answer = provider.callback();
  return {
    issueToken,
    async handle(request, response, path) {
      if (path === '/token') await tokenRoute(request, response, options.origin, issueToken);
      else if (path.startsWith(SIGN_IN)) await signIn(provider, options, request, response);
      else if (path.startsWith('/oidc/') || path.startsWith('/.well-known/')) {
        forgetSession(request);
        await answer(request, response);
      } else return false;
      return true;
    },
  };
}

async function tokenRoute(request: IncomingMessage, response: ServerResponse, origin: string, issue: IssueToken) {
  if (request.method !== 'POST') throw new Problem('bad-method');
  await handleToken(request, response, origin, issue);
}

/** Shows the people (GET), or signs the chosen one in and sends the browser back to the view (POST). */
async function signIn(
  provider: Provider,
  options: IdentityOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const uid = await interactionOf(provider, request, response);
  if (uid === undefined) {
    sendHtml(response, 400, expiredPage(options.workerOrigin), PAGE_HEADERS);
  } else if (request.method === 'POST') {
    requireOwnOrigin(request, options.origin);
    const person = findPerson(new URLSearchParams(await readBody(request, 4096)).get('email') ?? '');
    if (person === undefined) throw new Problem('unknown-person');
    const login = { accountId: subjectOf(person.email), remember: false };
    await provider.interactionFinished(request, response, { login });
  } else {
    sendHtml(response, 200, signInPage(SIGN_IN + uid), PAGE_HEADERS);
  }
}

/** No `form-action`: Chromium applies it to the redirects behind the form too, and those end at the view. */
const PAGE_HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'same-origin',
};

async function interactionOf(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  try {
    return (await provider.interactionDetails(request, response)).uid;
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  }
}

function configuration(options: IdentityOptions, keys: IdentityKeys): Configuration {
  return {
    adapter: createMemoryAdapter(),
    jwks: { keys: [keys.signing] },
    cookies: {
      keys: keys.cookies,
      // Ports of one host share cookies: names of our own keep clear of the Worker's.
      names: { session: SESSION_COOKIE, interaction: 'desk_oidc_interaction', resume: 'desk_oidc_resume' },
    },
    clients: [viewClient(options.workerOrigin)],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_ctx, sub) => account(sub),
    loadExistingGrant: grantAll,
    interactions: { url: (_ctx, interaction) => SIGN_IN + interaction.uid },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    routes: {
      authorization: '/oidc/authorize',
      token: '/oidc/token',
      jwks: '/oidc/jwks',
      userinfo: '/oidc/userinfo',
      end_session: '/oidc/end-session',
    },
    ttl: { AuthorizationCode: 60, AccessToken: 600, IdToken: 3600, Interaction: 3600, Session: 3600, Grant: 3600 },
    renderError: (ctx, _out, error) => {
      ctx.type = 'html';
      ctx.set(PAGE_HEADERS);
      ctx.body = refusedPage(options.workerOrigin, `${error.name}: ${error.message}`);
    },
  };
}

/** A public client: a secret on the same machine would guard nothing; PKCE binds the code to the browser that began. */
function viewClient(workerOrigin: string) {
  return {
    client_id: VIEW_CLIENT,
    token_endpoint_auth_method: 'none' as const,
    grant_types: ['authorization_code'],
    response_types: ['code' as const],
    redirect_uris: [`${workerOrigin}/sign-in/callback`],
  };
}

function account(sub: string) {
  const person = findPersonBySubject(sub);
  if (person === undefined) return undefined;
  const claims = { sub, email: person.email, email_verified: true, name: person.name };
  return { accountId: sub, claims: () => claims };
}

/** The view is this house's own client: what it asks for is granted without asking the person. */
async function grantAll(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid email profile');
  await grant.save();
  return grant;
}

/**
 * Takes the provider's session cookie off a request: who it is is asked at every sign-in, so that one browser can be each
 * of the people in turn. (With a session of another person the provider would first have that one signed out.)
 */
function forgetSession(request: IncomingMessage): void {
  const kept = (request.headers.cookie ?? '').split(';').filter((pair) => !pair.trim().startsWith(SESSION_COOKIE));
  if (kept.length > 0) request.headers.cookie = kept.join(';').trim();
}
