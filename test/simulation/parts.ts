/** What simulations are made of, built from the sources of now: the add-in's bundle, the Worker's bundle in its thread, fresh workbooks. */
import { builtFiles } from '../../addon/built-addon.test-support.ts';
import { buildPart } from '../../scripts/build/all.ts';
import { worker } from '../../scripts/build/parts.ts';
import { type Runtime, startLedgerThread } from './ledger/thread.ts';
import { ORIGIN, type Parts, setUpBooks } from './simulation.ts';

/**
 * @param bundle another Worker than the one of the sources. @param files another add-in.
 * @param runtime of the Worker; in workerd, its object is evicted at every step.
 */
export async function openParts({
  bundle,
  files,
  runtime = 'node',
}: {
  readonly bundle?: string;
  readonly files?: Parts['files'];
  readonly runtime?: Runtime;
} = {}): Promise<Parts & { readonly close: () => Promise<void> }> {
  if (bundle === undefined) await buildPart(worker, () => {});
  const built = files ?? (await builtFiles(ORIGIN));
  const ledger = startLedgerThread(bundle ?? worker.output, runtime);
  return {
    files: built,
    ledger,
    runtime,
    books: setUpBooks(built, ledger),
    close: ledger.close,
  };
}
