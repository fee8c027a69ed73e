/** What a longer ledger costs: reports and summaries, in time, and the process in memory. */
import { serveCommune } from '../../test/service/commune.ts';
import { openConnection, requestText } from '../../test/service/http-connection.ts';
import { growLedger } from '../../test/service/long-ledger.ts';
import { senders } from '../../test/service/reporting.ts';
import { spreadOf } from '../results.ts';

/** As many whole reports. */
export const LENGTHS = [100, 1000, 10_000, 100_000] as const;
/** Each of so many rounds gives a curve of its own. */
export const ROUNDS = 5;
const TIMES = 40;

export interface LengthCost {
  readonly entries: number;
  /** Milliseconds, a median for each round. */
  readonly report: readonly number[];
  readonly summary: readonly number[];
  /** Resident bytes after that. */
  readonly memory: number;
}

export async function longLedgers(): Promise<LengthCost[]> {
  const commune = await serveCommune();
  const costs: LengthCost[] = [];
  try {
    for (const entries of LENGTHS) {
      await commune.offline((dataDir) => growLedger(dataDir, entries));
      const [sender] = await senders(commune, 1);
      const connection = await openConnection(commune.workerd().port);
      const headers = { Authorization: `Bearer ${await commune.token('viewer@demo.test')}` };
      const question = requestText('GET', '/api/summary?period=2028-Q4', headers);
      const report: number[] = [];
      const summary: number[] = [];
      // The first round compiles, and is not counted.
      for (let round = 0; round <= ROUNDS; round++) {
        const reports: number[] = [];
        const summaries: number[] = [];
        for (let time = 0; time < TIMES; time++) {
          reports.push(await timed(() => sender?.send()));
          // After each report: what is kept of the one before is no answer.
          summaries.push(await timed(() => connection.send(question)));
        }
        if (round > 0) {
          report.push(spreadOf(reports).median);
          summary.push(spreadOf(summaries).median);
        }
      }
      costs.push({ entries, report, summary, memory: commune.workerd().memory().now });
    }
    return costs;
  } finally {
    await commune.close();
  }
}

async function timed(work: () => Promise<unknown> | undefined): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
