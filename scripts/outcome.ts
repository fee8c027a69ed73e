/** What the commands for technicians have in common: a file read whole, lines printed, an exit code. */
import { readFileSync } from 'node:fs';

/** What a call prints, and its exit code: 0 as asked, 1 something is wrong with what was given, 2 it could not be tried. */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly lines: readonly string[];
}

/** A file's text; null where it cannot be read. */
export function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Ends the command so. */
export function tell({ code, lines }: Outcome): void {
  const write = code === 0 ? console.log : console.error;
  for (const line of lines) write(line);
  process.exitCode = code;
}
