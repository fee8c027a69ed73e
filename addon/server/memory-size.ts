/** How much the workbook's memory may hold. Pure. */
import type { Snapshot } from './documents.ts';
import { utf8Length } from './utf8.ts';

/** The store's 500 KB, keys included, as the smaller of the two readings of a kilobyte. */
export const MEMORY_BYTES = 500_000;
/**
 * As far as people's reasons may fill it. The rest is for what sending needs: 21 periods of 49 inputs, each with four tries that were
 * never answered and another person's report, are 130 KB.
 */
export const REASONS_BYTES = 340_000;

export function memoryBytes(all: Snapshot): number {
  return Object.entries(all).reduce((sum, [key, value]) => sum + utf8Length(key) + utf8Length(value), 0);
}

export function fits(all: Snapshot, limit: number): boolean {
  const units = Object.entries(all).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  // No unit of a text takes more than three bytes: mostly there is nothing to count.
  return units * 3 <= limit || memoryBytes(all) <= limit;
}
