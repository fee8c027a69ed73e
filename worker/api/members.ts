/** `/api/members`: who may what, as the admins say. */

import type * as v from 'valibot';
import type { Members } from '../../shared/service-wire.ts';
import { type Member, type MemberSchema, PutMemberSchema } from '../../shared/wire.ts';
import { storing } from '../commune/services.ts';
import { isEmail, isLastAdmin } from '../decide/member.ts';
import { Refusal } from '../problems.ts';
import { normalEmail } from '../store/members.ts';
import { readBody } from './body.ts';
import { type ActorCall, iso, requireUnit } from './call.ts';

export function getMembers({ services }: ActorCall): Response {
  const answer: Members = { members: services.members.list().map(shown) };
  return Response.json(answer);
}

function shown({ email, role, units, name }: Member): v.InferOutput<typeof MemberSchema> {
  return { email, role, units: [...units], name };
}

export async function putMember(call: ActorCall): Promise<Response> {
  const email = emailOf(call.param('email'));
  const { body } = await readBody(call.request, PutMemberSchema);
  return Response.json(setMember(call, email, body));
}

export function deleteMember(call: ActorCall): Response {
  removeMember(call, emailOf(call.param('email')));
  return new Response(null, { status: 204 });
}

/** Invites somebody, or says anew who they are. Throws a `Refusal`. */
export function setMember(call: ActorCall, email: string, body: v.InferOutput<typeof PutMemberSchema>): Member {
  const { services, now } = call;
  const units = [...new Set(body.units ?? [])];
  for (const unit of units) requireUnit(services, unit);
  const member: Member = { email, role: body.role, units, name: body.name ?? null };
  services.transaction(() => {
    call.recheck();
    if (member.role !== 'admin') requireAnotherAdmin(call, email);
    storing(() => {
      services.ledger.append({ kind: 'member', ...member }, byOf(call), iso(now));
      services.members.put(member);
    });
  });
  services.live.sweep(now);
  return member;
}

/** Takes everything from somebody, and ends their sessions. Throws a `Refusal`. */
export function removeMember(call: ActorCall, email: string): void {
  const { services, now } = call;
  services.transaction(() => {
    call.recheck();
    if (services.members.byEmail(email) === undefined) throw new Refusal('unknown-member');
    requireAnotherAdmin(call, email);
    storing(() => {
      services.ledger.append({ kind: 'member-removed', email }, byOf(call), iso(now));
      const binding = services.members.bindingOf(email);
      if (binding !== undefined) services.sessions.endAllOf(binding);
      services.members.remove(email);
    });
  });
  services.live.sweep(now);
}

function requireAnotherAdmin({ services }: ActorCall, email: string): void {
  if (isLastAdmin(services.members.list(), email)) throw new Refusal('last-admin');
}

/** An address as it is compared; throws a `Refusal` for what is none. */
export function emailOf(email: string): string {
  // Judged as it came: folding makes letters of some signs that only look like them.
  if (!isEmail(email)) throw new Refusal('bad-request');
  return normalEmail(email);
}

export function byOf({ actor }: ActorCall): string {
  return actor.member?.email ?? actor.person.email;
}
