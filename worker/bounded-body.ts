/** Reading a body without trusting the length that it announces. */

/** At most `limit` bytes of it, and one more where there are more; the rest is refused to whoever sends it. */
export async function readUpTo(from: Pick<Body, 'body'>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of from.body ?? []) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > limit) break;
  }
  const bytes = new Uint8Array(Math.min(size, limit + 1));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, bytes.length - at), at);
    at = Math.min(bytes.length, at + chunk.byteLength);
  }
  return bytes;
}
