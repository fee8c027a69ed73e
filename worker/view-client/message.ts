/** Reading the live messages: by hand, because the schema library would be most of the script's bytes. */

import { isPeriod } from '../../shared/periods.ts';
import type { LiveMessage } from '../../shared/wire.ts';

/** The message, or null for anything else: a newer server may send kinds that this script does not know. */
export function readMessage(data: unknown): LiveMessage | null {
  if (typeof data !== 'string') return null;
  const parsed = parse(data);
  if (typeof parsed !== 'object' || parsed === null || !('type' in parsed) || parsed.type !== 'summary') return null;
  if (!('period' in parsed) || !isPeriod(parsed.period)) return null;
  if (!('sequence' in parsed) || !isCount(parsed.sequence)) return null;
  return { type: 'summary', period: parsed.period, sequence: parsed.sequence };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Whether a change of one period can change what is shown of another: baselines, a term's totals and the last known figures
 * come from earlier periods, nothing comes from later ones.
 */
export function concerns(changed: string, shown: string): boolean {
  return changed <= shown;
}
