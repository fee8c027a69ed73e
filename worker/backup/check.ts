/** Whether rows that were put in hang together: the chain, and everything that follows from it. Reads storage, changes nothing. */
import { isDeepStrictEqual } from 'node:util';
import { consolidated } from '../commune/consolidated.ts';
import type { Services } from '../commune/services.ts';
import { verifyChain } from '../store/verify-ledger.ts';
import type { BackupFault } from './format.ts';
import { type Replay, replayLedger, type Standing } from './replay.ts';

type Stores = Pick<Services, 'plan' | 'ledger' | 'revisions' | 'members' | 'settings'>;

export function faultOfRows(stores: Stores): BackupFault | null {
  const replay = replayLedger();
  if (!verifyChain(stores.ledger.all()).ok) return 'backup-ledger';
  if (!isLegible(() => revisionsFollow(stores, replay) && canBeShown(stores))) return 'backup-revisions';
  if (!isLegible(() => standingFollows(stores, replay.standing()))) return 'backup-standing';
  return null;
}

/** What the stores cannot read follows from nothing. */
function isLegible(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

/** Every entry that made a revision has it stored just so, and there are no others. */
function revisionsFollow(stores: Stores, replay: Replay): boolean {
  let count = 0;
  for (const { entry } of stores.ledger.all()) {
    const step = replay.take(JSON.parse(entry));
    if (step.kind === 'fault') return false;
    if (step.kind === 'none') continue;
    count += 1;
    const { unit, period, revision } = step.revision;
    const stored = stores.revisions.page(unit, period, 1, revision + 1)[0];
    if (stored === undefined || !isDeepStrictEqual(stored, step.revision)) return false;
  }
  return count === stores.revisions.count();
}

/** An object whose board cannot be put together does not start: such rows must never be committed. Throws where it cannot. */
function canBeShown({ plan, revisions, ledger }: Stores): boolean {
  const board = consolidated(plan, revisions.allCurrent());
  for (const period of board.periods()) board.summary(period, 'latest', { locked: false, head: ledger.head() });
  return true;
}

/** One admin may be there without an entry: the first, whom the deployment's configuration named. */
function standingFollows({ members, settings }: Stores, said: Standing): boolean {
  const people = members.list();
  const unsaid = people.filter(({ email }) => !said.members.has(email));
  if (unsaid.length > 1 || unsaid.some(({ role }) => role !== 'admin')) return false;
  const known = people.filter(({ email }) => said.members.has(email));
  return (
    isSame(said.members, known, ({ email, role, units, name }) => [email, { role, units, name }]) &&
    bindingsFollow(members, said) &&
    isSame(said.audiences, settings.audiences(), ({ audience, unit }) => [audience, { unit }]) &&
    isSame(said.sheets, settings.sheets(), ({ unit, sheet, boundAt }) => [unit, { sheet, boundAt }]) &&
    isSame(said.locks, settings.locks(), ({ period, locked, by, at }) => [period, { locked, by, at }]) &&
    isSame(said.settings, settings.all(), ({ name, value }) => [name, value])
  );
}

/** An account is who the ledger says; one admin, the first, may have been seen before anything was told there. */
function bindingsFollow(members: Stores['members'], said: Standing): boolean {
  const silent = members
    .list()
    .filter(({ email }) => members.bindingOf(email) !== undefined && !said.bindings.has(email));
  if (silent.length > 1 || silent.some(({ role }) => role !== 'admin')) return false;
  return [...said.bindings].every(([email, binding]) => isDeepStrictEqual(members.bindingOf(email), binding));
}

function isSame<T>(said: ReadonlyMap<string, unknown>, rows: readonly T[], shown: (row: T) => [string, unknown]) {
  return isDeepStrictEqual(said, new Map(rows.map(shown)));
}
