/** Takes a file in from the network: its rows to the scratch, its header and end checked against each other. Nothing is restored yet. */
import { createHash } from 'node:crypto';
import { sha256 } from '../canonical.ts';
import { type BackupFault, type End, type Header, type Here, judgeHeader, readEnd } from './format.ts';
import { type Line, linesOf, textOf } from './lines.ts';
import type { Scratch } from './scratch.ts';

export type Received =
  | { readonly ok: true; readonly header: Header; readonly end: End }
  | { readonly ok: false; readonly fault: BackupFault };

const LINE_FEED = Uint8Array.of(10);

/**
 * Judges the header first. A file that is refused is still read to its end, up to the limit: many clients do not look at an
 * answer that comes while they are sending.
 */
export async function receive(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
  here: Here,
  scratch: Pick<Scratch, 'add'>,
): Promise<Received> {
  if (body === null) return refused('backup-format');
  const root = createHash('sha256');
  let first: { readonly header: Header; readonly hash: string } | undefined;
  let last: Line | undefined;
  let fault: BackupFault | undefined;
  for await (const line of linesOf(body, limit)) {
    if (fault !== undefined) continue;
    if (line.kind === 'fault') {
      fault = line.fault;
      continue;
    }
    if (first === undefined) {
      const text = textOf(line.bytes);
      const verdict = judgeHeader(text, here);
      if (!verdict.ok) {
        fault = verdict.fault;
        continue;
      }
      first = { header: verdict.header, hash: sha256(text) };
      continue;
    }
    // One line late: the last one is the end, and no row.
    if (last?.kind === 'line') {
      for (const bytes of [last.bytes, LINE_FEED]) root.update(bytes);
      scratch.add(last.bytes);
    }
    last = line;
  }
  if (fault !== undefined || first === undefined) return refused(fault ?? 'backup-format');
  const end = last?.kind === 'line' ? readEnd(textOf(last.bytes)) : null;
  if (end === null) return refused('backup-truncated');
  if (end.header !== first.hash || end.root !== root.digest('hex')) return refused('backup-damaged');
  return { ok: true, header: first.header, end };
}

function refused(fault: BackupFault): Received {
  return { ok: false, fault };
}
