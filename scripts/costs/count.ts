/** Counts of the built service what a year's costs are reckoned from. */

import { statSync } from 'node:fs';
import { growLedger, objectFile } from '../../test/service/long-ledger.ts';
import { nextAfter, wholeReport } from '../../test/service/reporting.ts';
import { basedOn } from '../run/api.ts';
import { type Cost, type CountedCommune, openCounted } from './counted.ts';
import type { Counts } from './year.ts';

/** Two lengths of the ledger, to see what each further entry costs a night. */
const SHORT = 500;
const LONG = 2500;
const REPEATS = 200;

const REPORTER = 'reporter.office@demo.test';
const VIEWER = 'viewer@demo.test';

export async function countsOfService(calls: Counts['calls']): Promise<Counts> {
  const counted = await openCounted();
  try {
    const report = await repeated(counted, reportSender(counted));
    // Whoever comes for the first time is bound to their account, which is not what is counted.
    await counted.cost(VIEWER, '/api/me');
    return {
      calls,
      report,
      overview: await repeated(counted, () => counted.cost(VIEWER, '/')),
      ticket: await repeated(counted, () => counted.cost(VIEWER, '/api/live/ticket', { method: 'POST' })),
      ...(await growthOf(counted)),
    };
  } finally {
    await counted.commune.close();
  }
}

/** Sends one report after the other, each based on the one before. */
function reportSender({ cost }: CountedCommune): () => Promise<Cost> {
  let tag: string | null = null;
  return async () => {
    const body = wholeReport('office', 'desk-office', nextAfter(tag));
    const sent = await cost(REPORTER, '/api/reports/office/2027-Q1', { method: 'PUT', body, headers: basedOn(tag) });
    tag = sent.tag;
    return sent;
  };
}

/** The rows of the last of many, and the processor's time of one on average. */
async function repeated(
  { commune }: CountedCommune,
  work: () => Promise<Cost>,
): Promise<Cost & { readonly ms: number }> {
  let last = await work();
  const before = commune.workerd().cpuSeconds();
  for (let time = 0; time < REPEATS; time++) last = await work();
  return { ...last, ms: ((commune.workerd().cpuSeconds() - before) * 1000) / REPEATS };
}

async function growthOf(counted: CountedCommune): Promise<Pick<Counts, 'night' | 'bytesAnEntry'>> {
  const short = await nightOf(counted, SHORT, 1);
  const long = await nightOf(counted, LONG, 2);
  const anEntry = (of: (night: typeof short) => number) => (of(long) - of(short)) / (LONG - SHORT);
  return {
    night: {
      rowsReadAnEntry: anEntry(({ rowsRead }) => rowsRead),
      rowsWritten: long.rowsWritten,
      msAnEntry: anEntry(({ ms }) => ms),
    },
    bytesAnEntry: anEntry(({ bytes }) => bytes),
  };
}

async function nightOf({ commune, night }: CountedCommune, entries: number, days: number) {
  let bytes = 0;
  await commune.offline((dataDir) => {
    growLedger(dataDir, entries);
    bytes = statSync(objectFile(dataDir)).size;
  });
  const before = commune.workerd().cpuSeconds();
  const cost = await night(days);
  return { ...cost, bytes, ms: (commune.workerd().cpuSeconds() - before) * 1000 };
}
