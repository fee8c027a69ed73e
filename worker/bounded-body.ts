/** Reading a body without trusting the length that it announces. */

/** At most `limit` bytes of it, and one more where there are more; the rest is refused to whoever sends it. */
export async function readUpTo(from: Pick<Body, 'body'>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = from.body?.getReader();
  while (reader !== undefined && size <= limit) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.byteLength;
  }
  if (size > limit) await reader?.cancel();
  const bytes = new Uint8Array(Math.min(size, limit + 1));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, bytes.length - at), at);
    at = Math.min(bytes.length, at + chunk.byteLength);
  }
  return bytes;
}
