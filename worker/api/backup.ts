/** `/api/backup` and `/api/restore`: the whole commune as one file, and a file as the whole commune. */
import type { Restored } from '../../shared/service-wire.ts';
import { faultOfRows } from '../backup/check.ts';
import type { End, Header } from '../backup/format.ts';
import { receive } from '../backup/receive.ts';
import type { Scratch } from '../backup/scratch.ts';
import { storing } from '../commune/services.ts';
import { Refusal } from '../problems.ts';
import { type ActorCall, iso } from './call.ts';
import { announcePeriod } from './change.ts';

const CHUNK_CHARACTERS = 64 * 1024;

/** NDJSON of this moment, whatever happens while the reader is slow. */
export function getBackup({ services, now }: ActorCall): Response {
  const { plan, config, archive } = services;
  const { id, version } = plan.resolution;
  const at = iso(now);
  const lines = archive.lines({ resolution: { id, version }, at, origin: config.publicOrigin });
  const headers = {
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Content-Disposition': `attachment; filename="${id}-${at.slice(0, 19).replaceAll(':', '')}Z.ndjson"`,
    'Cache-Control': 'no-store',
  };
  return new Response(streamOf(lines), { headers });
}

function streamOf(lines: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      let text = '';
      while (text.length < CHUNK_CHARACTERS) {
        const line = lines.next();
        if (line.done === true) break;
        text += line.value;
      }
      if (text === '') controller.close();
      else controller.enqueue(encoder.encode(text));
    },
  });
}

/**
 * All of the file or nothing, and only where nothing has happened yet. It leaves no entry in the ledger, which is then the
 * file's, to the letter; that it was done stands in the log.
 */
export async function postRestore(call: ActorCall): Promise<Response> {
  const { services, request, now } = call;
  requireEmpty(call);
  const scratch = services.archive.scratch();
  try {
    const { id, version } = services.plan.resolution;
    const here = services.archive.here({ id, version });
    const received = await receive(unpacked(request), services.config.restoreBytes, here, scratch);
    if (!received.ok) throw new Refusal(received.fault);
    restore(call, received, scratch);
    services.live.sweep(now);
    for (const period of services.board.periods()) announcePeriod(call, period);
    return Response.json(restored(call, received.end));
  } finally {
    scratch.clear();
  }
}

/** Cloudflare takes 100 MB a request on its smaller plans: a long history passes only packed. The limit is for what comes out. */
function unpacked({ body, headers }: Request): ReadableStream<Uint8Array> | null {
  if (body === null || headers.get('Content-Encoding') !== 'gzip') return body;
  return body.pipeThrough(new DecompressionStream('gzip'));
}

function restore(call: ActorCall, { header, end }: { header: Header; end: End }, scratch: Scratch): void {
  const { services } = call;
  services.transaction(() => {
    call.recheck();
    requireEmpty(call);
    const fault = storing(
      () => services.archive.refill({ header, end, lines: scratch.lines() }) ?? faultOfRows(services),
    );
    if (fault !== null) throw new Refusal(fault);
  });
  services.reload();
}

function requireEmpty({ services }: ActorCall): void {
  if (services.ledger.head().index > 0) throw new Refusal('not-empty');
}

function restored({ services }: ActorCall, { counts, root }: End): Restored {
  const head = services.ledger.head();
  return { counts, root, ledger: { index: head.index, hash: head.hash, signature: services.signHead(head) } };
}
