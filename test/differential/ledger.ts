/** A Worker in workerd, with the local issuer: it is sent each quarter as it stands in the sheet, then as the script sends it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPart } from '../../scripts/build/all.ts';
import { view as viewPart, worker as workerPart } from '../../scripts/build/parts.ts';
import { signedIn, tokenOf } from '../../scripts/run/api.ts';
import { startIssuer } from '../../scripts/run/issuer.ts';
import { ledgerKey } from '../../scripts/run/ledger-key.ts';
import { inviteDemoPeople } from '../../scripts/run/people.ts';
import { FIRST_ADMIN, runWorkerd } from '../../scripts/run/workerd.ts';
import type { Period } from '../../shared/periods.ts';
import type { Values } from '../../shared/values.ts';
import type { Finding } from '../../shared/wire.ts';

/** A quarter: what the script would send, and what stands in the cells that it leaves out. */
export interface SentQuarter {
  readonly period: Period;
  readonly values: Values;
  readonly unsendable: ReadonlyMap<string, unknown>;
}

export interface TestLedger {
  /** Stores the quarters one after the other, and answers the findings of each; refused values have theirs too. */
  store(unit: string, quarters: readonly SentQuarter[]): Promise<readonly (readonly Finding[])[]>;
  close(): Promise<void>;
}

export async function startLedger(): Promise<TestLedger> {
  // The Worker's bundle names the view's folder as its assets, and cannot be built without it.
  for (const part of [viewPart, workerPart]) await buildPart(part, () => undefined);
  const dataDir = mkdtempSync(join(tmpdir(), 'differential-'));
  const desk = await startIssuer(dataDir);
  const unlimited = '1000000000';
  const miniflare = await runWorkerd({
    port: 0,
    issuer: desk.origin,
    dataDir,
    rateBurst: unlimited,
    ratePerSecond: unlimited,
    ledgerKey: await ledgerKey(dataDir),
    sample: false,
  });
  const { origin } = await miniflare.ready;
  await inviteDemoPeople(await signedIn(origin, desk.origin, FIRST_ADMIN));
  const tokens = new Map<string, string>();
  const revisions = new Map<string, number>();

  async function reporterToken(unit: string): Promise<string> {
    const token = tokens.get(unit) ?? (await tokenOf(desk.origin, `reporter.${unit}@demo.test`));
    tokens.set(unit, token);
    return token;
  }

  async function put(unit: string, period: Period, values: Readonly<Record<string, unknown>>) {
    const path = `/api/reports/${unit}/${period}`;
    const revision = revisions.get(path);
    const response = await fetch(`${origin}${path}`, {
      method: 'PUT',
      headers: {
        Authorization: `Bearer ${await reporterToken(unit)}`,
        'Content-Type': 'application/json',
        ...(revision === undefined ? { 'If-None-Match': '*' } : { 'If-Match': `"${revision}"` }),
      },
      body: JSON.stringify({ state: 'draft', sheet: `sheet-${unit}`, values }),
    });
    const answer: { revision?: number; findings: Finding[]; detail?: string } = JSON.parse(await response.text());
    if (response.ok && answer.revision !== undefined) revisions.set(path, answer.revision);
    else if (response.status !== 422) throw new Error(`${path}: ${response.status} ${answer.detail}`);
    return { stored: response.ok, findings: answer.findings };
  }

  async function storeOne(unit: string, { period, values, unsendable }: SentQuarter): Promise<readonly Finding[]> {
    const asItStands =
      unsendable.size === 0 ? null : await put(unit, period, { ...values, ...Object.fromEntries(unsendable) });
    if (asItStands?.stored === true) throw new Error(`${unit} ${period}: stored what the script would not send`);
    const { stored, findings } = await put(unit, period, values);
    if (!stored) throw new Error(`${unit} ${period}: refused what the script would send`);
    return [...(asItStands?.findings ?? []), ...findings];
  }

  return {
    store: async (unit, quarters) => {
      const answers: (readonly Finding[])[] = [];
      for (const quarter of quarters) answers.push(await storeOne(unit, quarter));
      return answers;
    },
    close: async () => {
      await miniflare.dispose();
      await desk.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
