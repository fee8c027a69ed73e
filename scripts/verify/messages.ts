/** What `npm run verify` says of a verdict: where the ledger does not hold, and how much it can show where it does. */
import type { Checkpoint, CheckpointFault } from '../../worker/store/checkpoint.ts';
import type { ExportVerdict } from '../../worker/store/verify-export.ts';
import type { BadEntry, ChainVerdict } from '../../worker/store/verify-ledger.ts';
import type { Outcome } from '../outcome.ts';

export function unusable(line: string): Outcome {
  return { code: 2, lines: [line] };
}

export function told(
  file: string,
  { chain, faults }: ExportVerdict,
  checkpoints: readonly Checkpoint[],
  publicKey: string | null,
): Outcome {
  const lines = [...chainFault(file, chain), ...faults.map((fault) => checkpointFault(file, fault, chain.entries))];
  if (lines.length > 0) return { code: 1, lines };
  const { entries, head } = chain;
  return {
    code: 0,
    lines: [
      `${file}: ${entries} entries, each in its place and unchanged; the last is ${head.index}, ${head.hash}`,
      checkpoints.length === 0
        ? 'no checkpoint given: a ledger cut at its end, or rebuilt from some entry on, would look the same'
        : checkpointsHold(checkpoints, publicKey, head.index),
    ],
  };
}

const BAD_ENTRY: Readonly<Record<BadEntry['why'], string>> = {
  form: 'not an entry as the service writes it: damaged, cut off or edited',
  index: 'another entry stands here: one is missing, doubled or moved',
  previous: 'does not follow from the entry before it: the chain is broken here',
  hash: 'its content is not what its hash was made of: it was changed',
};

/** An entry's index is its line. */
function chainFault(file: string, chain: ChainVerdict): readonly string[] {
  if (chain.ok) return [];
  const { index, why } = chain.firstBad;
  return [`${file}:${index}: entry ${index}: ${BAD_ENTRY[why]}`];
}

function checkpointFault(file: string, { index, why }: CheckpointFault, entries: number): string {
  switch (why) {
    case 'shorter':
      return `${file}: the checkpoint of entry ${index} is not there: the file has ${entries} entries, its end was cut off`;
    case 'rebuilt':
      return `${file}:${index}: entry ${index} is not the one of the checkpoint: the history was rebuilt`;
    case 'signature':
      return `the checkpoint of entry ${index} is not signed by the key: nothing follows from it`;
  }
}

function checkpointsHold(checkpoints: readonly Checkpoint[], publicKey: string | null, last: number): string {
  const newest = Math.max(...checkpoints.map(({ index }) => index));
  const what = checkpoints.length === 1 ? 'the checkpoint is' : `all ${checkpoints.length} checkpoints are`;
  const after = last > newest ? `; nothing vouches for the ${last - newest} entries after it` : '';
  return `${what} of this ledger, up to entry ${newest}${after}; ${vouchedBy(checkpoints, publicKey)}`;
}

function vouchedBy(checkpoints: readonly Checkpoint[], publicKey: string | null): string {
  if (publicKey !== null) return 'signed by the key given';
  return checkpoints.some(({ signature }) => signature === null)
    ? 'not signed: trust it as far as you trust where it was kept'
    : 'signed by the key that it names itself: give --key to know whose it is';
}
