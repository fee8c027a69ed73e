/** A stream of bytes as lines, none of them longer than a row can be, and no more of them than the limit allows. */
import type { BackupFault } from './format.ts';

/** A report of 128 KiB, twice quoted, fits; and with what a scratch row holds it stays below SQLite's 2 MB a row. */
const MAX_LINE_BYTES = 1024 * 1024;
const LINE_FEED = 10;

export type Line =
  | { readonly kind: 'line'; readonly bytes: Uint8Array }
  /** What stands behind the last line feed, where that is something. */
  | { readonly kind: 'rest'; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly fault: BackupFault };

/** Ends after a rest or a fault; what is then still to come of the stream is given up. A stream that breaks off was cut. */
export async function* linesOf(body: ReadableStream<Uint8Array>, limit: number): AsyncGenerator<Line> {
  try {
    yield* split(body, limit);
  } catch {
    yield { kind: 'fault', fault: 'backup-truncated' };
  }
}

async function* split(body: ReadableStream<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let size = 0;
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) return yield { kind: 'fault', fault: 'backup-too-large' };
    const bytes = joined([rest, chunk]);
    let from = 0;
    for (let to = bytes.indexOf(LINE_FEED, rest.length); to !== -1; to = bytes.indexOf(LINE_FEED, from)) {
      if (to - from > MAX_LINE_BYTES) return yield { kind: 'fault', fault: 'backup-format' };
      yield { kind: 'line', bytes: bytes.subarray(from, to) };
      from = to + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > MAX_LINE_BYTES) return yield { kind: 'fault', fault: 'backup-format' };
  }
  if (rest.length > 0) yield { kind: 'rest', bytes: rest };
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** What is not UTF-8 becomes replacement characters, which no hash agrees with. */
export function textOf(bytes: Uint8Array | ArrayBuffer): string {
  return new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(bytes);
}
