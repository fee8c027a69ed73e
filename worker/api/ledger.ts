/** `/api/ledger` and `/api/ledger/verify`: what happened, and whether the chain still says so. */
import type { LedgerVerdict } from '../../shared/service-wire.ts';
import type { Services } from '../commune/services.ts';
import { entryLine } from '../store/chain.ts';
import { verifyChain } from '../store/verify-ledger.ts';
import type { ActorCall } from './call.ts';
import { countParam } from './history.ts';

const CHUNK = 500;

/** NDJSON, read in pieces by index: no cursor stays open while the reader is slow. */
export function getLedger(call: ActorCall): Response {
  const { ledger } = call.services;
  let after = countParam(call, 'after', Number.MAX_SAFE_INTEGER, 0) ?? 0;
  const last = ledger.head().index;
  const encoder = new TextEncoder();
  const lines = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const entries = after < last ? ledger.after(after, Math.min(CHUNK, last - after)) : [];
      if (entries.length > 0)
        controller.enqueue(encoder.encode(entries.map((each) => `${entryLine(each)}\n`).join('')));
      after = entries.at(-1)?.index ?? last;
      if (after >= last) controller.close();
    },
  });
  return new Response(lines, { headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8' } });
}

export function verifyLedger({ services }: ActorCall): Response {
  return Response.json(verdictOf(services));
}

/** The whole chain, checked now. */
export function verdictOf({ ledger, signHead }: Pick<Services, 'ledger' | 'signHead'>): LedgerVerdict {
  const verdict = verifyChain(ledger.all());
  const { head } = verdict;
  return { ...verdict, head: { ...head, signature: signHead(head) } };
}
