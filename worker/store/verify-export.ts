/** Checks an export of the ledger, line by line as it comes, against itself and against checkpoints kept elsewhere. Pure. */
import { EMPTY, type Head, readEntryLine } from './chain.ts';
import { type Checkpoint, type CheckpointFault, faultAgainst, isAuthentic } from './checkpoint.ts';
import { type ChainCheck, type ChainVerdict, checkEntry, UNCHECKED, verdictOf } from './verify-ledger.ts';

export interface ExportVerdict {
  readonly chain: ChainVerdict;
  /** In the order of the checkpoints; empty where the ledger is the one that all of them were made of. */
  readonly faults: readonly CheckpointFault[];
}

export interface ExportCheck {
  /** The next line, without its end; undefined for bytes that are none. */
  take(line: string | undefined): void;
  verdict(): ExportVerdict;
}

/** `publicKey` is the key, as PEM, that the checkpoints must be signed by; null to believe each the key that it names. */
export function exportCheck(checkpoints: readonly Checkpoint[], publicKey: string | null): ExportCheck {
  const sought = new Set(checkpoints.map(({ index }) => index));
  const found = new Map<number, Head>([[0, EMPTY]]);
  let check = UNCHECKED;
  return {
    take: (line) => {
      check = checkLine(check, line);
      if (sought.has(check.head.index)) found.set(check.head.index, check.head);
    },
    verdict: () => ({
      chain: verdictOf(check),
      faults: checkpoints.flatMap((checkpoint) => faultOf(checkpoint, publicKey, found.get(checkpoint.index)) ?? []),
    }),
  };
}

/** One line's step of the check of the chain alone. */
export function checkLine(before: ChainCheck, line: string | undefined): ChainCheck {
  return checkEntry(before, line === undefined ? undefined : readEntryLine(line));
}

/** Whoever asks for a key wants a signature by it: a checkpoint without one will not do. */
function faultOf(checkpoint: Checkpoint, key: string | null, found: Head | undefined): CheckpointFault | undefined {
  const authentic = isAuthentic(checkpoint, key ?? checkpoint.publicKey);
  if (authentic === false || (authentic === null && key !== null)) return { index: checkpoint.index, why: 'signature' };
  return faultAgainst(checkpoint, found);
}

export interface LineReader {
  /** The lines that a piece of the file ends. */
  push(bytes: Uint8Array): (string | undefined)[];
  /** What is left at the end of the file: a line without an end is none. */
  end(): (string | undefined)[];
}

const NEWLINE = 0x0a;

/** Cuts bytes into lines, as strictly as they were written: UTF-8 without a mark, each line with its `\n`. */
export function lineReader(): LineReader {
  let rest: Uint8Array[] = [];
  return {
    push: (bytes) => {
      const lines: (string | undefined)[] = [];
      let from = 0;
      for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
        lines.push(textOf([...rest, bytes.subarray(from, at)]));
        rest = [];
        from = at + 1;
      }
      // A copy: a stream may write its next piece into the same memory.
      if (from < bytes.length) rest.push(bytes.slice(from));
      return lines;
    },
    end: () => (rest.length === 0 ? [] : [undefined]),
  };
}

function textOf(pieces: readonly Uint8Array[]): string | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
  } catch {
    return undefined;
  }
}
