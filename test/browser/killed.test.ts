/**
 * The service as `npm start` runs it, its process ended (SIGKILL) while reports are coming in, and started again on the same folder:
 * whatever was acknowledged is there, once, and the view is what was reported.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

async function startService(): Promise<void> {
  running = await startEverything({ RATE_BURST: '1000000', RATE_PER_SECOND: '1000000' });
  senders = await Promise.all(
    plan.units.map(async ({ id }): Promise<Sender> => {
      const api = await signedIn(running.view, running.desk, `reporter.${id}@demo.test`);
      return { unit: id, path: `/api/reports/${id}/${PERIOD}`, acknowledged: new Map(), api, tag: null, sent: 0 };
    }),
  );
}

async function stopService(): Promise<void> {
  await running?.stop('SIGINT');
  running?.remove();
}

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

/** After every kill all of a service's history is read again: a new service now and then keeps that in bounds. */
const AT_ONCE = 100;
const services = Array.from({ length: Math.ceil(KILLS / AT_ONCE) }, (_, place) => ({
  first: place * AT_ONCE + 1,
  last: Math.min((place + 1) * AT_ONCE, KILLS),
}));

describe.each(services)('a service of its own', ({ first, last }) => {
  beforeAll(startService, 120_000);
  afterAll(stopService, 60_000);

  const kills = last - first + 1;
  test(`ended for the ${first}th to the ${last}th time`, { timeout: 60_000 + kills * 30_000 }, async () => {
    const chance = chanceFrom(seed() + first - 1);
    const wrong: string[] = [];
    for (let kill = 0; kill < kills; kill++) {
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
    console.info(`${kills} kills, ${revisions} revisions`);
    expect(wrong).toEqual([]);
    expect(revisions).toBeGreaterThan(kills * 5);
  });
});
