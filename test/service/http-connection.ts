/** One kept-alive HTTP/1.1 connection that costs as little as possible: what is measured or strained is the other side. */
import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  /** The header lines, as they came. */
  readonly head: string;
  readonly body: string;
}

export interface HttpConnection {
  /** Sends a whole request, as `requestText` makes it; one at a time. */
  send(request: string | Buffer): Promise<Answer>;
  close(): void;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** Opens again by itself what the other side has closed because nothing was sent for a while. */
export async function openConnection(port: number): Promise<HttpConnection> {
  let connection = await connected(port);
  return {
    send: async (request) => {
      if (connection.isClosed) connection = await connected(port);
      return connection.send(request);
    },
    close: () => connection.close(),
  };
}

async function connected(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return new Connection(socket);
}

export function requestText(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): string {
  const lines = Object.entries({ Host: '127.0.0.1', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = method === 'GET' ? '' : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}${length}\r\n${body}`;
}

export function headerIn({ head }: Answer, name: string): string | null {
  return new RegExp(`^${name}: *(.*?)\\r?$`, 'im').exec(head)?.[1] ?? null;
}

class Connection {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void } | null = null;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('the connection was closed')));
  }

  get isClosed(): boolean {
    return this.#socket.destroyed || this.#socket.readyState !== 'open';
  }

  send(request: string | Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#waiting !== null) {
        reject(new Error('the connection is busy'));
        return;
      }
      this.#waiting = { resolve, reject };
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const answer = readAnswer(this.#received);
    if (answer === null) return;
    this.#received = Buffer.alloc(0);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve(answer);
  }

  #fail(error: Error): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.reject(error);
  }
}

/** The answer that the bytes are; null where more are to come. */
function readAnswer(bytes: Buffer): Answer | null {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return null;
  const head = bytes.toString('latin1', 0, headEnd);
  const status = Number(head.slice(9, 12));
  const body = readBody(bytes.subarray(headEnd + HEAD_END.length), head, status);
  return body === null ? null : { status, head, body };
}

function readBody(bytes: Buffer, head: string, status: number): string | null {
  if (status === 204 || status === 304) return '';
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length !== undefined) return bytes.length < Number(length) ? null : bytes.toString('utf8');
  return readChunks(bytes);
}

function readChunks(bytes: Buffer): string | null {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const from = lineEnd + 2;
    if (bytes.length < from + size + 2) return null;
    if (size === 0) return Buffer.concat(chunks).toString('utf8');
    chunks.push(bytes.subarray(from, from + size));
    at = from + size + 2;
  }
}
