/** The page's requests to the desk's own server. */

/** An answer that is not 2xx; `code` is the problem's, where there is one. */
export class ServerRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

export function getJson(path: string): Promise<unknown> {
  return request(path, { method: 'GET' });
}

export function postJson(path: string, body: unknown): Promise<unknown> {
  return request(path, { method: 'POST', body: JSON.stringify(body) });
}

/** Rejects with ServerRefusal for an answer, with TypeError where none came. */
export async function request(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(path, init);
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  throw new ServerRefusal(response.status, textOf(answer, 'code'), textOf(answer, 'detail') || response.statusText);
}

function textOf(answer: unknown, key: string): string {
  if (typeof answer !== 'object' || answer === null) return '';
  const value = Object.entries(answer).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : '';
}
