/** Answers that are pages: what the browser's address bar asked for. */
import type { Child } from 'hono/jsx';
import type { Problem } from '../../shared/wire.ts';
import type { Services } from '../commune/services.ts';
import { NoRolePage } from '../pages/no-role.tsx';
import { ProblemPage } from '../pages/problem.tsx';
import type { Person } from '../pages/props.ts';
import { UnsoundSince } from '../pages/unsound.ts';
import type { Actor } from './authenticate.ts';

export async function page({ checks }: Pick<Services, 'checks'>, content: Child, status = 200): Promise<Response> {
  const last = checks.last();
  const framed = (
    <UnsoundSince.Provider value={last === null || last.ok ? null : last.at}>{content}</UnsoundSince.Provider>
  );
  const html = await Promise.resolve(String(await framed));
  return new Response(html, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/** Whether a person's browser asks for something to look at, and not a program for data. */
export function wantsPage(request: Request): boolean {
  return (request.headers.get('Accept') ?? '').includes('text/html');
}

export function personOf({ member, person }: Actor): Person {
  return {
    email: member?.email ?? person.email,
    role: member?.role ?? null,
    units: member?.units ?? [],
    name: member?.name ?? null,
  };
}

/** For somebody verified who is no member. The admins are not named: anybody with an account at the issuer comes this far. */
export function noRolePage(services: Services, me: Person): Promise<Response> {
  const { plan, config } = services;
  return page(
    services,
    <NoRolePage commune={plan.resolution.commune} sample={config.sample} me={me} admins={[]} />,
    403,
  );
}

export async function problemPage(services: Services, problem: Problem, me: Person | null): Promise<Response> {
  const { status, title, detail, retryAfter } = problem;
  return page(
    services,
    <ProblemPage
      commune={services.plan.resolution.commune}
      sample={services.config.sample}
      status={status}
      title={title}
      detail={detail}
      me={me}
      {...(retryAfter === undefined ? {} : { retryAfter })}
    />,
    status,
  );
}
