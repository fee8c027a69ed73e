/** Who calls, through what, and whether they may: 401, 429 and 403, in this order. */

import { readSessionCookie } from '../auth/session-cookie.ts';
import type { Person } from '../auth/tokens.ts';
import { type Services, storing } from '../commune/services.ts';
import type { Caller } from '../edge/caller.ts';
import { type ProblemCode, Refusal } from '../problems.ts';
import { type Capability, type Client, can } from '../rights.ts';
import { normalEmail, type StoredMember } from '../store/members.ts';
import type { Holder } from '../store/sessions.ts';
import type { Call } from './call.ts';
import { requireOwnPage } from './own-page.ts';

export interface Actor {
  readonly person: Person;
  /** Null for a stranger: somebody verified who has no role here. */
  readonly member: StoredMember | null;
  readonly client: Client;
  /** The hash of the session that the request came with; null for a token. */
  readonly session: string | null;
  /** When the token or the session ends, epoch milliseconds. */
  readonly endsAt: number;
}

/** The caller, known and within the limits. Throws 401 or 429. */
export function authenticate(call: Call, caller: Caller): Actor {
  const { services, request, now } = call;
  const actor = actorOf(services, request, caller, now);
  if (typeof actor === 'string') throw unknownCaller(services, caller, actor, now);
  const wait = services.people.take(`${actor.person.issuer} ${actor.person.subject}`, now);
  if (wait !== null) throw new Refusal('too-many-requests', { retryAfter: wait });
  if (actor.session !== null) requireOwnPage(request, services.config.publicOrigin);
  return actor;
}

/** Throws 403 where the actor may not; the same whether or not what is asked for exists. */
export function authorise(actor: Actor, capability: Capability, unit: string | undefined): void {
  if (!can(actor.member, actor.client, capability, unit)) throw new Refusal('forbidden');
}

/** Reads the actor afresh, without counting it as a request. For the inside of a transaction. */
export function recheckActor({ services, request, now }: Call, caller: Caller): Actor {
  const actor = actorOf(services, request, caller, now);
  if (typeof actor === 'string') throw new Refusal(actor);
  return actor;
}

export function holderOf({ person, client, session, endsAt }: Actor): Holder {
  const audience = client.kind === 'workbook' ? client.audience : null;
  return { issuer: person.issuer, subject: person.subject, session, audience, endsAt };
}

type Unknown = 'unauthenticated' | 'invalid-token' | 'expired-token' | 'unknown-audience' | 'other-account';

function actorOf(services: Services, request: Request, { credential }: Caller, now: number): Actor | Unknown {
  if (credential.kind === 'failed') return credential.code;
  if (credential.kind === 'none') return bySession(services, request, now);
  const { identity } = credential;
  const client = clientOf(services, identity.issuer, identity.audience);
  if (client === null) return 'unknown-audience';
  const member = memberFor(services, identity, now);
  if (member === 'other-account') return member;
  return { person: identity, member, client, session: null, endsAt: identity.expiresAt };
}

function bySession(services: Services, request: Request, now: number): Actor | Unknown {
  const secret = readSessionCookie(request.headers);
  const session = secret === null ? undefined : services.sessions.find(secret, now);
  if (session === undefined) return 'unauthenticated';
  const { person, hash, endsAt } = session;
  const member = memberFor(services, person, now);
  return member === 'other-account' ? member : { person, member, client: { kind: 'browser' }, session: hash, endsAt };
}

function clientOf({ config, settings }: Services, issuer: string, audience: string): Client | null {
  const browser = config.issuers.some((each) => each.issuer === issuer && each.browserClientId === audience);
  if (browser) return { kind: 'browser' };
  const unit = settings.unitOfAudience(audience);
  return unit === undefined ? null : { kind: 'workbook', audience, unit };
}

/**
 * By issuer and subject; an invitation by e-mail counts for the first subject that takes it up, and for no other: whoever
 * comes later under the same address has an address that was given away again, and is somebody else.
 */
export function memberFor(services: Services, person: Person, now: number): StoredMember | null | 'other-account' {
  const { members } = services;
  const bound = members.bound(person);
  if (bound !== undefined) return bound;
  if (takeUp(services, person, now)) return members.bound(person) ?? null;
  return members.byEmail(person.email) === undefined ? null : 'other-account';
}

/**
 * Who took an invitation up is told in the ledger: from then on this account, and no other of that address, has the role. Not
 * while nothing is told there at all: the configuration's first admin looks in before a backup is restored into an empty ledger.
 */
function takeUp({ members, ledger, transaction }: Services, person: Person, now: number): boolean {
  return storing(() =>
    transaction(() => {
      if (!members.bind(person)) return false;
      const { issuer, subject } = person;
      const email = normalEmail(person.email);
      const at = new Date(now).toISOString();
      if (ledger.head().index > 0) ledger.append({ kind: 'member-bound', email, issuer, subject }, email, at);
      return true;
    }),
  );
}

/**
 * 401, or 429 for an address whose tokens keep failing: only what would be refused anyway is ever slowed down, because
 * offices and Google's servers share addresses.
 */
function unknownCaller({ addresses }: Services, caller: Caller, code: ProblemCode, now: number): Refusal {
  const failing = caller.credential.kind !== 'none';
  const wait = failing ? addresses.take(caller.address, now) : addresses.peek(caller.address, now);
  return wait === null ? new Refusal(code) : new Refusal('too-many-requests', { retryAfter: wait });
}
