/** The Worker's API as `npm start` uses it to set the local commune up: with a person's token, and patient with the rate limit. */

export interface Api {
  /** `tag` is of the revision that it is based on; null for the first. */
  put(path: string, body: unknown, tag?: string | null): Promise<Response>;
  post(path: string, body?: unknown): Promise<Response>;
  get(path: string): Promise<Response>;
  delete(path: string): Promise<Response>;
}

/** Tries a request again that the rate limit refused; a limit that never ends is a bug. */
const MAX_TRIES = 60;

/** An API client that acts as one of the demo people, with a token of the identity stand-in for the browser sign-in's client. */
export async function signedIn(workerOrigin: string, issuer: string, email: string): Promise<Api> {
  const token = await tokenOf(issuer, email);
  const call = (method: string) => (path: string, body?: unknown) =>
    request(`${workerOrigin}${path}`, method, token, body);
  const put: Api['put'] = (path, body, tag) => {
    return request(`${workerOrigin}${path}`, 'PUT', token, body, tag === undefined ? {} : basedOn(tag));
  };
  return { put, post: call('POST'), get: call('GET'), delete: call('DELETE') };
}

/** What a report says that it is based on: the tag of a revision, or null for the first. */
export function basedOn(tag: string | null): Record<string, string> {
  return tag === null ? { 'if-none-match': '*' } : { 'if-match': tag };
}

/** A token of the identity stand-in for the browser sign-in's client. */
export async function tokenOf(issuer: string, email: string): Promise<string> {
  const answer = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams({ email }) });
  const { id_token } = (await answer.json()) as { readonly id_token: string };
  return id_token;
}

async function request(
  url: string,
  method: string,
  token: string,
  body: unknown,
  base: Readonly<Record<string, string>> = {},
): Promise<Response> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const response = await fetch(url, {
      method,
      headers: { ...base, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.status === 429) {
      const seconds = Number(response.headers.get('retry-after') ?? '1');
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      continue;
    }
    if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
    return response;
  }
  throw new Error(`${method} ${url}: refused by the rate limit ${MAX_TRIES} times`);
}
