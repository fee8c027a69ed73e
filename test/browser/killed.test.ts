/**
 * The service as `npm start` runs it, its process ended (SIGKILL) while reports are coming in, and started again on the same folder:
 * whatever was acknowledged is there, once, and the view is what was reported.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Api, signedIn } from '../../scripts/run/api.ts';
import { consolidate } from '../../shared/consolidate.ts';
import { compilePlan, inputsOf } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { History, Receipt, Report, Summary } from '../../shared/wire.ts';
import { chanceFrom } from '../oracle/random.ts';
import { isLongRun, seed } from '../properties/seed.ts';
import { type Running, startEverything } from './running.ts';

const PERIOD = '2027-Q1';
const KILLS = Number(process.env.KILLS ?? (isLongRun() ? 1000 : 2));
const plan = compilePlan(chiengMung());

/** What one unit's sender knows: acknowledged revisions by number, and the tag that the next one is based on. */
interface Sender {
  readonly unit: string;
  readonly path: string;
  readonly acknowledged: Map<number, string>;
  api: Api;
  tag: string | null;
  sent: number;
}

let running: Running;
let senders: readonly Sender[] = [];

beforeAll(async () => {
  running = await startEverything({ RATE_BURST: '1000000', RATE_PER_SECOND: '1000000' });
  senders = await Promise.all(
    plan.units.map(async ({ id }): Promise<Sender> => {
      const api = await signedIn(running.view, running.desk, `reporter.${id}@demo.test`);
      return { unit: id, path: `/api/reports/${id}/${PERIOD}`, acknowledged: new Map(), api, tag: null, sent: 0 };
    }),
  );
}, 120_000);

afterAll(async () => {
  await running?.stop('SIGINT');
  running?.remove();
}, 60_000);

/** Sends one report after the other, each another one, until the service is gone. */
async function sendUntilKilled(sender: Sender, acknowledged: () => void): Promise<void> {
  const input = inputsOf(plan, sender.unit).find(({ kind }) => kind !== 'flag');
  if (input === undefined) throw new Error(`${sender.unit} has no number to report`);
  for (;;) {
    sender.sent += 1;
    const body = { state: 'draft', sheet: `desk-${sender.unit}`, values: { [input.id]: sender.sent } };
    // An answer that breaks off is none.
    const answer = sender.api.put(sender.path, body, sender.tag).then((response) => response.json());
    const receipt = (await answer.catch(() => null)) as Receipt | null;
    if (receipt === null) return;
    const { revision, contentHash } = receipt;
    sender.tag = `"${revision}"`;
    sender.acknowledged.set(revision, contentHash);
    acknowledged();
  }
}

/** A kill comes when so many more reports have been acknowledged. */
async function killAfter(count: number): Promise<void> {
  let left = count;
  let killed: Promise<void> | undefined;
  const acknowledged = (): void => {
    left -= 1;
    if (left <= 0) killed ??= running.stop('SIGKILL');
  };
  await Promise.all(senders.map((sender) => sendUntilKilled(sender, acknowledged)));
  await killed;
  await running.start();
}

async function json<T>(api: Api, path: string): Promise<T> {
  return (await (await api.get(path)).json()) as T;
}

async function wholeHistory(api: Api, path: string): Promise<History['revisions']> {
  const all: History['revisions'][number][] = [];
  for (let before = ''; ; ) {
    const page: History = await json(api, `${path}/history${before}`);
    all.push(...page.revisions);
    if (page.next === null) return all.reverse();
    before = `?before=${page.next}`;
  }
}

/** What is wrong with a unit's report after the service has come up again; the sender then goes on from what is there. */
async function troublesOf(sender: Sender, reviewer: Api): Promise<string[]> {
  sender.api = await signedIn(running.view, running.desk, `reporter.${sender.unit}@demo.test`);
  const history = await wholeHistory(reviewer, sender.path);
  sender.tag = history.length === 0 ? null : `"${history.length}"`;
  const lost = [...sender.acknowledged].filter(([revision, hash]) => history[revision - 1]?.contentHash !== hash);
  const twice = history.filter(({ contentHash }, place) => history[place - 1]?.contentHash === contentHash);
  const unasked = history.length - sender.acknowledged.size;
  for (const { revision, contentHash } of history) sender.acknowledged.set(revision, contentHash);
  return [
    ...lost.map(([revision]) => `${sender.unit}: revision ${revision} was acknowledged and is not there`),
    ...twice.map(({ revision }) => `${sender.unit}: revision ${revision} says what the one before it said`),
    // One was on its way.
    ...(unasked > 1 ? [`${sender.unit}: ${unasked} revisions more than were acknowledged`] : []),
  ];
}

test(`${KILLS} times`, { timeout: 60_000 + KILLS * 30_000 }, async () => {
  const chance = chanceFrom(seed());
  const wrong: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    await killAfter(5 + chance.below(60));
    const reviewer = await signedIn(running.view, running.desk, 'reviewer@demo.test');
    for (const sender of senders) wrong.push(...(await troublesOf(sender, reviewer)));
    const reports = await Promise.all(senders.map(({ path }) => json<Report>(reviewer, path).catch(() => null)));
    const sent = reports.flatMap((report) => (report === null ? [] : [report]));
    const summary = await json<Summary>(reviewer, `/api/summary?period=${PERIOD}`);
    const shares = (view: Pick<Summary, 'indicators'>) => view.indicators.map(({ id, parts }) => ({ id, parts }));
    expect(shares(summary)).toEqual(shares(consolidate(plan, sent, PERIOD)));
    expect(await json(reviewer, '/api/ledger/verify')).toMatchObject({ ok: true });
  }
  const revisions = senders.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
  console.info(`${KILLS} kills, ${revisions} revisions`);
  expect(wrong).toEqual([]);
  expect(revisions).toBeGreaterThan(KILLS * 5);
});
