/** The night's work: checks the ledger, the reports and the figures against each other, and keeps a signed checkpoint. */
import * as v from 'valibot';
import { dayOf, nightAfter } from '../decide/night.ts';
import { differences } from '../decide/same-figures.ts';
import { logCheck, logFailure } from '../log.ts';
import type { Head, StoredEntry } from '../store/chain.ts';
import { type Checkpoint, faultAgainst, isAuthentic } from '../store/checkpoint.ts';
import type { CheckFault } from '../store/checks.ts';
import { verifyChain } from '../store/verify-ledger.ts';
import { firstForeignRevision } from '../store/verify-revisions.ts';
import type { Job } from './alarms.ts';
import { consolidated } from './consolidated.ts';
import type { Services } from './services.ts';

type Parts = Omit<Services, 'alarms'>;

/** Due at the first 02:00 since the last check, or since the ledger began: also if the object slept, or was restored, meanwhile. */
export function nightlyJob(parts: Parts): Job {
  return {
    name: 'nightly',
    due: (now) => nightAfter(Math.min(now, lastLook(parts) ?? now)),
    run: (now) => {
      parts.sessions.purge(now);
      check(parts, now);
    },
  };
}

/** The signed head as it is now. */
export function checkpointOf(
  parts: Pick<Parts, 'plan' | 'signHead' | 'publicKey'>,
  head: Head,
  at: string,
): Checkpoint {
  const { plan, signHead, publicKey } = parts;
  return { origin: plan.resolution.id, index: head.index, hash: head.hash, signature: signHead(head), publicKey, at };
}

/** Epoch milliseconds; undefined while there is nothing to look at. */
function lastLook({ checks, ledger }: Parts): number | undefined {
  const last = checks.last();
  if (last !== null) return Date.parse(last.at);
  const first = ledger.first();
  return first === undefined ? undefined : beginning(first);
}

const FirstSchema = v.pipe(v.string(), v.parseJson(), v.object({ at: v.pipe(v.string(), v.isoTimestamp()) }));

/** Where the first entry cannot be read it is high time to check. */
function beginning({ entry }: StoredEntry): number {
  const first = v.safeParse(FirstSchema, entry);
  return first.success ? Date.parse(first.output.at) : 0;
}

function check(parts: Parts, now: number): void {
  const at = new Date(now).toISOString();
  const ofLedger = attempt(() => ledgerFaults(parts));
  const what = [...ofLedger, ...attempt(() => reportFaults(parts))];
  parts.checks.add({ at, ok: what.length === 0, what });
  logCheck(what, Date.now() - now);
  const head = parts.ledger.head();
  // A history that does not hold is not signed a second time.
  if (ofLedger.length === 0 && head.index > 0) parts.checkpoints.keep(dayOf(now), checkpointOf(parts, head, at));
}

function attempt(find: () => CheckFault[]): CheckFault[] {
  try {
    return find();
  } catch (cause) {
    logFailure('nightly', cause);
    return [{ kind: 'unreadable' }];
  }
}

/** The chain, and the checkpoints that were made of it. */
function ledgerFaults({ ledger, checkpoints }: Parts): CheckFault[] {
  const verdict = verifyChain(ledger.all());
  const against = checkpoints.all().flatMap((checkpoint): CheckFault[] => {
    const { index, publicKey } = checkpoint;
    if (isAuthentic(checkpoint, publicKey) === false) return [{ kind: 'checkpoint', index, why: 'signature' }];
    const fault = faultAgainst(checkpoint, ledger.find(index));
    return fault === undefined ? [] : [{ kind: 'checkpoint', ...fault }];
  });
  return verdict.ok ? against : [{ kind: 'ledger', ...verdict.firstBad }, ...against];
}

function reportFaults({ plan, ledger, revisions, board }: Parts): CheckFault[] {
  const foreign = firstForeignRevision(ledger.all(), revisions);
  const fresh = consolidated(plan, revisions.allCurrent());
  return [
    ...(foreign === undefined ? [] : [{ kind: 'revisions' as const, index: foreign }]),
    ...differences(plan.periods, board, fresh),
  ];
}
