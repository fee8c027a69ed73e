/** Requests that block until they are answered, as Apps Script's services do; a worker may make them, a page may not. */

export type SyncAnswer = { readonly ok: true; readonly status: number; readonly text: string } | { readonly ok: false };

/** Sends `body` as JSON, or asks with GET where it is undefined; not ok: the desk's own server is not reachable. */
export function syncRequest(path: string, body?: unknown): SyncAnswer {
  const request = new XMLHttpRequest();
  request.open(body === undefined ? 'GET' : 'POST', path, false);
  try {
    request.send(body === undefined ? null : JSON.stringify(body));
  } catch {
    return { ok: false };
  }
  return { ok: true, status: request.status, text: request.responseText };
}
