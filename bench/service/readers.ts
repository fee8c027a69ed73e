/** Clients that send the same request again and again. */
import { openConnection, requestText } from '../../test/service/http-connection.ts';
import type { Client } from './load.ts';

export interface Repeated {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status?: number;
}

export function repeaters(port: number, count: number, request: Repeated): Promise<Client[]> {
  const { method, path, headers = {}, body = '', status = 200 } = request;
  const text = requestText(method, path, headers, body);
  return Promise.all(
    Array.from({ length: count }, async () => {
      const connection = await openConnection(port);
      return async () => {
        const answer = await connection.send(text);
        if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
      };
    }),
  );
}
