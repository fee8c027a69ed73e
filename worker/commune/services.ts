/** Everything that the object's handlers work with, composed once an instance. */
import type { Period } from '../../shared/periods.ts';
import type { Plan } from '../../shared/plan.ts';
import { type Archive, archiveOf } from '../backup/archive.ts';
import { type RateLimiter, rateLimiter } from '../decide/rate-limit.ts';
import type { Config } from '../env.ts';
import { Refusal } from '../problems.ts';
import { can } from '../rights.ts';
import { type CheckpointStore, checkpointStore } from '../store/checkpoints.ts';
import { type CheckStore, checkStore } from '../store/checks.ts';
import { type HeadSigner, headSigner, publicKeyOf } from '../store/head.ts';
import { type Ledger, ledgerOf } from '../store/ledger.ts';
import { type MemberStore, memberStore } from '../store/members.ts';
import { type RevisionStore, revisionStore } from '../store/revisions.ts';
import { type Holder, type SessionStore, sessionStore } from '../store/sessions.ts';
import { type SettingStore, settingStore } from '../store/settings.ts';
import { type Transact, transactionsOf } from '../store/transaction.ts';
import { type Alarms, alarmsOf, type Job } from './alarms.ts';
import { type Consolidated, consolidated } from './consolidated.ts';
import { KeptTexts } from './kept-texts.ts';
import { type Live, liveHub } from './live.ts';
import { nightlyJob } from './nightly.ts';
import { type WriteQueue, writeQueue } from './write-queue.ts';

/** A summary's JSON as UTF-8, and its hash. */
export interface SummaryText {
  readonly bytes: Uint8Array;
  readonly tag: string;
}

export interface Services {
  readonly plan: Plan;
  readonly config: Config;
  readonly revisions: RevisionStore;
  readonly members: MemberStore;
  readonly settings: SettingStore;
  readonly sessions: SessionStore;
  readonly ledger: Ledger;
  readonly signHead: HeadSigner;
  /** Of the key that signs heads, as PEM; null where the deployment has none. */
  readonly publicKey: string | null;
  readonly checkpoints: CheckpointStore;
  readonly checks: CheckStore;
  readonly board: Consolidated;
  /** Summaries as they are sent, by period and basis. */
  readonly summaries: KeptTexts<SummaryText>;
  /** The overview's rows as HTML, by what is asked. */
  readonly overviews: KeptTexts<string>;
  /** Puts the board together anew from what is stored. Throws, and leaves it as it was, where the rows cannot be read. */
  readonly reload: () => void;
  readonly archive: Archive;
  readonly live: Live;
  /** Whether whoever opened a live connection may still listen, apart from time. */
  readonly isRightful: (holder: Holder) => boolean;
  /** By person. */
  readonly people: RateLimiter;
  /** By address, of requests whose token failed. */
  readonly addresses: RateLimiter;
  /** Runs a decision and its storing as one transaction. */
  readonly transaction: Transact;
  /** For what many send at once: transactions that wait for the disk together. */
  readonly writes: WriteQueue;
  /** To be told to open views when all that is written in this turn has been. */
  readonly changed: Set<Period>;
  readonly alarms: Alarms;
}

export function createServices(ctx: DurableObjectState, plan: Plan, config: Config): Services {
  const { sql } = ctx.storage;
  const revisions = revisionStore(sql);
  const members = memberStore(sql);
  const sessions = sessionStore(sql);
  const settings = settingStore(sql);
  const rightful = (holder: Holder) => isRightful({ members, sessions, settings }, holder);
  const live = liveHub(ctx, rightful);
  const fresh = () => consolidated(plan, revisions.allCurrent());
  let board = fresh();
  const ledger = ledgerOf(sql);
  const changed = new Set<Period>();
  const parts = {
    plan,
    config,
    revisions,
    members,
    settings,
    sessions,
    ledger,
    signHead: headSigner(plan.resolution.id, config.ledgerKey),
    publicKey: config.ledgerKey === null ? null : publicKeyOf(config.ledgerKey),
    checkpoints: checkpointStore(sql, plan.resolution.id),
    checks: checkStore(sql),
    get board() {
      return board;
    },
    summaries: new KeptTexts<SummaryText>(),
    overviews: new KeptTexts<string>(),
    reload: () => {
      board = fresh();
    },
    archive: archiveOf(ctx.storage),
    live,
    isRightful: rightful,
    people: rateLimiter(config.rate),
    addresses: rateLimiter(config.rate),
    transaction: transactionsOf(ctx.storage),
    changed,
    writes: writeQueue(() => {
      const periods = [...changed];
      changed.clear();
      for (const period of periods) {
        live.publish({ type: 'summary', period, sequence: ledger.head().index }, Date.now());
      }
    }),
  };
  const closing: Job = { name: 'live', due: live.nextEnd, run: live.sweep };
  // Not spread: the board is asked for afresh each time, as a restore puts another in its place.
  return Object.assign(parts, { alarms: alarmsOf(ctx.storage, [closing, nightlyJob(parts)]) });
}

/** Whether whoever opened a live connection may still listen: member, session and workbook all still stand. */
function isRightful(
  { members, sessions, settings }: Pick<Services, 'members' | 'sessions' | 'settings'>,
  { issuer, subject, session, audience }: Holder,
): boolean {
  if (session !== null && !sessions.isOpen(session)) return false;
  const unit = audience === null ? undefined : settings.unitOfAudience(audience);
  if (audience !== null && unit === undefined) return false;
  const client =
    audience === null || unit === undefined
      ? { kind: 'browser' as const }
      : { kind: 'workbook' as const, audience, unit };
  return can(members.bound({ issuer, subject }) ?? null, client, 'summary.read');
}

/** Runs the storing part of a transaction: what fails here is the storage, not the request, and nothing of it stays. */
export function storing<T>(apply: () => T): T {
  try {
    return apply();
  } catch (cause) {
    throw new Refusal('storage-unavailable', { retryAfter: 5 }, cause);
  }
}
