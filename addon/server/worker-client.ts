/** Requests to the Worker through UrlFetchApp. Every answer is data; nothing here throws for the network's sake. */
import { parseJson } from './json-text.ts';

export type Answer =
  | {
      readonly kind: 'response';
      readonly status: number;
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>;
      /** Undefined where the body is not JSON. */
      readonly body: unknown;
    }
  | { readonly kind: 'unreachable' };

export interface WorkerRequest {
  readonly method: 'get' | 'put';
  readonly path: string;
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export function askWorker(request: WorkerRequest): Answer {
  const options: GoogleAppsScript.URL_Fetch.URLFetchRequestOptions = {
    method: request.method,
    headers: { ...request.headers, Authorization: `Bearer ${request.token}` },
    muteHttpExceptions: true,
    // A redirect would carry the token to where it does not belong.
    followRedirects: false,
  };
  if (request.body !== undefined) {
    options.contentType = 'application/json';
    options.payload = JSON.stringify(request.body);
  }
  try {
    const response = UrlFetchApp.fetch(`${__WORKER_URL__}${request.path}`, options);
    const status = response.getResponseCode();
    return { kind: 'response', status, headers: headersOf(response), body: parseJson(response.getContentText()) };
  } catch {
    // "Address unavailable", a name that does not resolve, a time-out, the day's quota: the platform tells them by text alone.
    return { kind: 'unreachable' };
  }
}

function headersOf(response: GoogleAppsScript.URL_Fetch.HTTPResponse): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getHeaders())) headers[name.toLowerCase()] = String(value);
  return headers;
}
