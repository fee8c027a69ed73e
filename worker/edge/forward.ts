/** A request on its way to the commune's object: who calls is said by the edge, and by nobody else. */
import { MAX_BODY_BYTES } from '../../shared/wire.ts';
import { readUpTo } from '../bounded-body.ts';
import { CALLER_HEADER } from './caller.ts';

/** What takes a file that may be larger than an isolate holds: the object asks for the right first, and then counts. */
const TAKES_FILES = '/api/restore';

/**
 * With the whole body, one byte beyond the limit at most: the object never waits for a slow sender, and what it answers
 * before looking at the body leaves no half-read stream behind. Only the rest of a file goes through as it comes.
 */
export async function forwarded(request: Request, caller: string): Promise<Request> {
  const { body, method } = request;
  const onward =
    body === null
      ? new Request(request, { redirect: 'manual' })
      : new Request(request, { body: await bodyOf(request, body), redirect: 'manual' });
  const { headers } = onward;
  if (body !== null) headers.delete('Content-Length');
  headers.delete('Authorization');
  // The platform hands an upgrade on as a GET, whatever it was: a form with this header would be read as a visit.
  if (method !== 'GET') headers.delete('Upgrade');
  // In place of whatever came under this name.
  headers.set(CALLER_HEADER, caller);
  return onward;
}

function bodyOf(request: Request, body: ReadableStream<Uint8Array>) {
  if (new URL(request.url).pathname === TAKES_FILES) return fileOf(body);
  // The platform holds a sender to the length that it announces: such a body is read at once.
  const announced = Number(request.headers.get('Content-Length') ?? Number.NaN);
  return announced <= MAX_BODY_BYTES ? request.arrayBuffer() : readUpTo(request, MAX_BODY_BYTES);
}

/** Its beginning is read before the object is asked; a file that is no longer than any body is whole by then. */
async function fileOf(body: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array> | Blob> {
  const reader = body.getReader();
  const beginning: Uint8Array[] = [];
  for (let size = 0; size <= MAX_BODY_BYTES; ) {
    const { done, value } = await reader.read();
    if (done) return new Blob(beginning);
    beginning.push(value);
    size += value.byteLength;
  }
  reader.releaseLock();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  // What the object has not read when it answers is nobody's loss, and no error.
  pump(beginning, body, writable).catch(() => {});
  return readable;
}

async function pump(
  beginning: readonly Uint8Array[],
  rest: ReadableStream<Uint8Array>,
  to: WritableStream<Uint8Array>,
): Promise<void> {
  const writer = to.getWriter();
  for (const chunk of beginning) await writer.write(chunk);
  writer.releaseLock();
  await rest.pipeTo(to);
}
