import { reset as resetRunning, runInDurableObject } from 'cloudflare:test';
import { commune } from './client.ts';

/**
 * An empty commune. The platform's own reset passes over an object that is not running just then, whose data would be there again:
 * so it is asked first, which also ends an object that could not start anew with what its test has left, and once more with it running.
 */
export async function reset(): Promise<void> {
  await resetRunning();
  await runInDurableObject(commune(), () => undefined);
  await resetRunning();
}
