/** `/openapi.json`: the API's description, made once from the table of routes. */
import { sha256 } from '../canonical.ts';
import { openApiDocument } from '../openapi/document.ts';
import type { Call } from './call.ts';
import { tagged } from './conditional.ts';
import { open, type Route } from './route.ts';

/** The routes with the one that describes them all, itself included. */
export function described(routes: readonly Route[]): readonly Route[] {
  let text: string | undefined;
  const all: readonly Route[] = [...routes, open('GET', '/openapi.json', answer)];
  return all;

  function answer({ request }: Call): Response {
    text ??= JSON.stringify(openApiDocument(all));
    const body = text;
    const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' };
    return tagged(request, sha256(body), headers, () => body);
  }
}
