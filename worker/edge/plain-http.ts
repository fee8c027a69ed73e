/** A request that came without encryption: a person is shown the safe way, a program is told, so that what it gave away is noticed. */
import type { Config } from '../env.ts';
import { problemResponse } from '../problems.ts';

/** What answers it in place of everything else; null where the request is safe, or the service stands on this machine. */
export function overPlainHttp(request: Request, { publicOrigin }: Config): Response | null {
  if (request.url.startsWith('https:') || !publicOrigin.startsWith('https:')) return null;
  const { pathname, search } = new URL(request.url);
  // RFC 9700 and ASVS 4.1.2: a token or a form that went out in the clear must not be helped on its way.
  const isVisit = request.method === 'GET' && !pathname.startsWith('/api/') && !request.headers.has('Authorization');
  if (!isVisit) return problemResponse('https-required');
  return new Response(null, { status: 301, headers: { Location: `${publicOrigin}${pathname}${search}` } });
}
