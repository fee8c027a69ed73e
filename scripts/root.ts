/** Where the project stands on this machine. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

export function inRoot(...parts: readonly string[]): string {
  return join(ROOT, ...parts);
}
