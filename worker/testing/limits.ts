/** Bringing a caller to their limit, so that it stays there: under a clock that stands still no bucket fills up again. */
import { vi } from 'vitest';
import { ask } from './client.ts';

/** As the tests' configuration has it. */
export const BURST = 60;

/** To be undone with `vi.useRealTimers()`. */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
}

/** Uses up what a caller may ask at once. */
export async function exhaust(headers: Readonly<Record<string, string>>): Promise<void> {
  await Promise.all(Array.from({ length: BURST }, () => ask('/api/me', { headers })));
}
